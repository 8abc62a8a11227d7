import type { SourceId } from '../../model/index.ts'
import type { PublishedEntry } from '../entry/published-entry.ts'
import type { Channel, Publication, SourceView, Withdrawn } from '../publication.ts'
import type { Existing } from '../writing/existing.ts'
import type { OutputFile } from '../writing/write-output.ts'
import { atomFeed } from './atom.ts'
import { type FeedPlace, feedFrame } from './feed-frame.ts'
import { jsonFeed } from './json-feed.ts'
import { rssFeed } from './rss.ts'

/** A part of the stories that can be followed on its own. */
export type Part = {
  /** file name without its ending */
  readonly name: string
  readonly title: string
  readonly language?: string
  readonly entries: readonly PublishedEntry[]
  /** whether a story that was withdrawn stood in this part */
  readonly held: (withdrawn: Withdrawn) => boolean
  /** whose withdrawals its JSON Feed remembers; absent = nobody's */
  readonly remembers?: SourceId
}

/**
 * By source: every configured source that has a story, as lead or as a further carrier; one that has none any more keeps its
 * feeds, empty, since somebody may have subscribed to them. Those of a removed source go.
 */
export function partsBySource(
  entries: readonly PublishedEntry[],
  sources: readonly SourceView[],
  { channel, existing }: { readonly channel: Channel; readonly existing: Existing },
): readonly Part[] {
  const held = new Map<string, PublishedEntry[]>()
  for (const entry of entries) {
    const { lead, copies } = entry.story
    for (const id of new Set([lead, ...copies].map((item) => item.carrier.sourceId))) push(held, id, entry)
  }
  return sources
    .filter(({ source }) => held.has(source.id) || existing.bySource.has(source.id))
    .map(({ source }) => ({
      name: source.id,
      title: `${channel.title}: ${source.name}`,
      ...(source.language === undefined ? {} : { language: source.language }),
      entries: held.get(source.id) ?? [],
      held: ({ sources }) => sources?.includes(source.id) !== false,
      remembers: source.id,
    }))
}

/** By language: every language of a story, and those of earlier passes, whose feeds somebody may have subscribed to. */
export function partsByLanguage(
  entries: readonly PublishedEntry[],
  { channel, existing }: { readonly channel: Channel; readonly existing: Existing },
): readonly Part[] {
  const held = new Map<string, PublishedEntry[]>()
  for (const entry of entries) {
    const name = primary(entry.language)
    if (name !== undefined) push(held, name, entry)
  }
  const names = new Intl.DisplayNames([channel.language, 'en'], { type: 'language' })
  return [...new Set([...held.keys(), ...existing.byLanguage])].sort().map((name) => ({
    name,
    title: `${channel.title}: ${names.of(name) ?? name}`,
    language: name,
    entries: held.get(name) ?? [],
    held: ({ language }) => language === undefined || primary(language) === name,
  }))
}

/** The three feeds of a part: `by/language/ar.xml`, `ar.atom.xml` and `ar.json`. */
export function partFeeds(publication: Publication, folder: string, part: Part): readonly OutputFile[] {
  const { channel, withdrawn = [], remembered = [] } = publication
  const own = remembered.filter(({ item }) => item.carrier.sourceId === part.remembers)
  const frame = (path: string) => {
    const { title, language, held } = part
    const place: FeedPlace = { path, title, withdrawn: withdrawn.filter(held), ...(language === undefined ? {} : { language }) }
    return feedFrame(channel, place, part.entries)
  }
  const [rss, atom, json] = [`${folder}/${part.name}.xml`, `${folder}/${part.name}.atom.xml`, `${folder}/${part.name}.json`]
  return [
    { path: rss, text: rssFeed(frame(rss), part.entries) },
    { path: atom, text: atomFeed(frame(atom), part.entries) },
    { path: json, text: jsonFeed(frame(json), part.entries, own) },
  ]
}

/** The first subtag, when it can be a file's name. */
function primary(language: string | undefined): string | undefined {
  const subtag = language?.toLowerCase().split('-')[0]
  return subtag !== undefined && /^[a-z]{2,8}$/.test(subtag) ? subtag : undefined
}

function push(map: Map<string, PublishedEntry[]>, key: string, entry: PublishedEntry): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [entry])
  else list.push(entry)
}
