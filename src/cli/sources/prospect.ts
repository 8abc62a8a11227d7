import type { NewEntry } from '../../config/index.ts'
import { type HttpUrl, KaynakError, present } from '../../model/index.ts'
import { type Desk, type FoundFeed, findFeeds, previewOf } from '../../pipeline/index.ts'
import { httpUrl, languageOf, urlKey } from '../../text/index.ts'
import type { Io } from '../io.ts'
import type { LoadedConfig } from '../load-config.ts'
import { sourceOf } from './draft.ts'
import { type EntryOptions, entryOf } from './entry-options.ts'
import type { Previewed } from './preview-words.ts'
import { sourceIdFor } from './source-id.ts'
import { takenIds } from './taken-ids.ts'

/** Who looks: the list as it stands, and what is said of the entry to be. */
export type Prospecting = {
  readonly options: EntryOptions
  readonly io: Io
  readonly loaded: LoadedConfig
  /** of feeds.json */
  readonly text: string
}

/** An entry that could be added, with what it would bring now; or why there is none. */
export type Prospect =
  | { readonly kind: 'prospect'; readonly entry: NewEntry; readonly previewed: Previewed }
  | { readonly kind: 'none'; readonly url: HttpUrl; readonly why: string }

type LendDesk = <T>(work: (desk: Desk) => Promise<T>) => Promise<T>

/**
 * Finds the feed of a site, a page or a feed's own address, and judges what it holds now. Stores nothing, writes nothing.
 * @throws KaynakError USAGE for an address that is none or is watched already, and for wrong options
 */
export async function prospect(address: string, asking: Prospecting, lend: LendDesk): Promise<Prospect> {
  const [url, plain] = addressesOf(address)
  if (url === undefined)
    throw new KaynakError('USAGE', `expected the address of a site or feed, such as example.org, got ${JSON.stringify(address)}`)
  refuseKnown(url, asking.loaded)
  const likeAt = (at: HttpUrl) => sourceOf(entryOf(asking.options, { id: freeId(at, asking), name: at, url: at }), asking)
  const like = likeAt(url) // wrong options are said before anyone is asked
  return await lend(async (desk) => {
    const finding = await findFeeds(like, desk)
    if (finding.kind === 'feeds') return await prepared(finding, { asking, desk, page: url })
    if (plain !== undefined && NO_TLS.has(finding.code)) {
      const second = await findFeeds(likeAt(plain), desk)
      if (second.kind === 'feeds') return await prepared(second, { asking, desk, page: plain })
    }
    const { host } = new URL(url)
    const hint = finding.code === 'private-address' ? `; if it is meant, name ${host} in fetch.allowPrivate` : ''
    return { kind: 'none', url, why: `${finding.why}${hint}` }
  })
}

/** What an old site without a certificate answers to https. */
const NO_TLS: ReadonlySet<string> = new Set(['tls', 'refused', 'reset', 'malformed', 'unreachable', 'timeout'])

/** The address that is meant; without a scheme https, and http should nobody answer there. */
function addressesOf(address: string): readonly (HttpUrl | undefined)[] {
  const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]+:\d+(\/|$)/.test(address)
  return isWhole ? [httpUrl(address)] : [httpUrl(`https://${address}`), httpUrl(`http://${address}`)]
}

async function prepared(
  { feeds, isPage }: { readonly feeds: readonly FoundFeed[]; readonly isPage: boolean },
  { asking, desk, page }: { readonly asking: Prospecting; readonly desk: Desk; readonly page: HttpUrl },
): Promise<Prospect> {
  const { options, loaded } = asking
  const fresh = feeds.find(({ url, trial }) => knownAs(trial.movedTo ?? url, loaded) === undefined) ?? feeds[0]
  if (fresh === undefined) throw new TypeError('a finding without feeds')
  const { document, movedTo } = fresh.trial
  const url = movedTo ?? fresh.url
  refuseKnown(url, loaded)
  const { feed, slips } = document
  const name = options.name ?? feed.title ?? new URL(url).hostname.replace(/^www\./, '')
  const sample = slips
    .map(({ title = '' }) => title)
    .join('\n')
    .slice(0, 1_000)
  const language =
    options.language ?? languageOf(sample, feed.language) ?? languageOf(sample, feed.language, await desk.detector())
  const homePage = feed.url !== undefined && feed.url !== url ? feed.url : isPage ? page : undefined
  const entry = entryOf(options, present({ id: freeId(url, asking, name), name, url, homePage, language }))
  const preview = await previewOf(document, sourceOf(entry, asking), desk)
  const others = feeds.filter((one) => one !== fresh)
  return { kind: 'prospect', entry, previewed: present({ feed: fresh, others, name, language, preview }) }
}

function freeId(url: HttpUrl, { loaded, options }: Prospecting, name = ''): string {
  return options.id ?? sourceIdFor(name, url, takenIds(loaded))
}

/** The source that watches an address already, whatever way it is written. */
export function knownAs(url: HttpUrl, { config }: LoadedConfig): string | undefined {
  const key = urlKey(url)
  return config.sources.find((source) => urlKey(source.url) === key)?.id
}

function refuseKnown(url: HttpUrl, loaded: LoadedConfig): void {
  const id = knownAs(url, loaded)
  if (id !== undefined) throw new KaynakError('USAGE', `${url}: is watched already, as ${id}`)
}
