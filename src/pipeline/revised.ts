import { type Item, present, type Revision } from '../model/index.ts'
import { wordsPrint } from './identity.ts'
import type { Change } from './revised-parts.ts'

/** So many changes of an item are remembered, the last ones. */
const MOST_REVISIONS = 10
/** A source that names its entry anew each time must not make it grow without end. */
const MOST_NAMES = 24

/**
 * A known item with what its source changed of it. Words that were not changed stay as they were published.
 * @param fresh the same entry as if it had never been met
 * @param how what was changed, and when
 */
export function revised(known: Item, fresh: Item, { change, at }: { readonly change: Change; readonly at: Date }): Item {
  const { parts } = change
  const revision: Revision = present({ at, changed: parts, title: parts.includes('title') ? known.title : undefined })
  return present({
    ...fresh,
    ...named(known, fresh),
    ...worded(known, fresh, change),
    id: known.id,
    published: known.published,
    updated: at,
    firstSeen: known.firstSeen,
    revisions: [...(known.revisions ?? []), revision].slice(-MOST_REVISIONS),
    verdict: fresh.verdict.relevant ? fresh.verdict : known.verdict,
  })
}

/** A known item with its new names and address, or with more of the same words; undefined when there is nothing of the kind. */
export function refreshed(known: Item, fresh: Item, change: Change): Item | undefined {
  const names = named(known, fresh)
  const isSame = names.identities.length === known.identities.length
  if (isSame && !change.takesTitle && !change.takesText) return undefined
  const more = known.isExcerpt === true && change.takesText ? unpublished(fresh) : {}
  return present({ ...known, ...more, ...names, ...worded(known, fresh, change) })
}

/** What its publication had told in part only. */
function unpublished({
  categories,
  enclosures,
  image,
  rights,
}: Item): Pick<Item, 'categories' | 'enclosures' | 'image' | 'rights'> {
  return present({ categories, enclosures, image, rights })
}

/**
 * It must be found again by each of its names. Its link follows when its source gives it another one, and not because its page was not
 * asked this time for the address that it calls its own.
 */
function named(known: Item, fresh: Item): Pick<Item, 'identities' | 'url' | 'urlKey'> {
  const unknown = fresh.identities.filter((name) => !known.identities.includes(name))
  const { url, urlKey } = unknown.some((name) => name.startsWith('url:')) ? fresh : known
  const identities = [...known.identities, ...unknown]
  return { identities: identities.length > MOST_NAMES ? known.identities : identities, url, urlKey }
}

/** The credit goes with the text that it was read from. */
function worded(
  known: Item,
  fresh: Item,
  { takesTitle, takesText }: Change,
): Pick<Item, 'title' | 'text' | 'credit' | 'fingerprint'> & {
  readonly [K in 'textFrom' | 'isExcerpt' | 'html']: Item[K] | undefined
} {
  const title = takesTitle ? fresh.title : known.title
  const { text, textFrom } = takesText ? fresh : known
  const html = takesText || known.html === undefined ? fresh.html : known.html
  const credit = takesText || known.textFrom === fresh.textFrom ? fresh.credit : known.credit
  const { url } = named(known, fresh)
  return {
    title,
    text,
    textFrom,
    isExcerpt: takesText ? undefined : known.isExcerpt,
    html: fresh.republish === 'full' ? html : undefined,
    credit: { ...credit, url },
    fingerprint: takesTitle || takesText ? wordsPrint(title, text) : known.fingerprint,
  }
}
