import { type Fetch, isSourceId, type Source, type SourceId, type SourceState } from '../../src/model/index.ts'
import { httpUrl } from '../../src/text/index.ts'

const ENTRIES = 20
const NEW_A_TIME = 3
/** So many outlets carry the same agency report. */
const CARRIERS = 8
const EDITION_MS = 3 * 3_600_000
const FIRST_MS = Date.UTC(2026, 0, 15, 12)

const PLACES = ['Aleppo', 'Damascus', 'Homs', 'Idlib', 'Latakia', 'Raqqa', 'Hama', 'Daraa']
const WORDS = (
  'bridge harbour convoy council minister border talks market school winter aid ferry power water report city road mill grain clinic ' +
  'engineers drivers families teachers farmers doctors reopened delivered repaired promised counted crossed visited restored measured ' +
  'Tuesday morning province district station quarter valley river coast northern southern eastern western hundred thousand tonnes lorries'
).split(' ')

/** When an edition is read. */
export function editionMoment(edition: number): Date {
  return new Date(FIRST_MS + edition * EDITION_MS)
}

/** The first edition that nobody has read yet. */
export function editionAfter(states: ReadonlyMap<SourceId, SourceState>): number {
  const last = [...states.values()].reduce(
    (latest, { lastAttempt }) => Math.max(latest, lastAttempt?.getTime() ?? FIRST_MS),
    FIRST_MS,
  )
  return Math.floor((last - FIRST_MS) / EDITION_MS) + 1
}

/** So many outlets, each on a host of its own. */
export function outlets(count: number): readonly Source[] {
  return Array.from({ length: count }, (_, n) => {
    const id = `s${n}`
    const url = httpUrl(`https://www.outlet-${n}.example/feed.xml`)
    if (url === undefined || !isSourceId(id)) throw new Error('an outlet without an address')
    return {
      ...{ id, url, name: `Outlet ${n}`, kind: 'feed', republish: 'excerpt', excerptWords: 60, article: 'never' },
      ...{ relevance: 'topic', everyMs: 3_600_000, enabled: true },
    } as const
  })
}

/**
 * A network in which every outlet offers the same kind of feed: twenty entries, of which three are new in each edition: a report of its
 * own on the topic, one that an agency gave to eight outlets, and one on something else.
 */
export function newsroomFetch(edition: () => number): Fetch {
  return async ({ url }) => {
    const address = httpUrl(url)
    if (address === undefined) return { kind: 'failed', trouble: 'bad-address', message: url }
    const outlet = Number(/outlet-(\d+)/.exec(url)?.[1])
    const bytes = Buffer.from(documentOf(outlet, edition()))
    return { kind: 'ok', url: address, status: 200, bytes, wireBytes: bytes.length, headers: {}, validators: {}, freshness: {} }
  }
}

function documentOf(outlet: number, edition: number): string {
  const last = (edition + 1) * NEW_A_TIME + ENTRIES
  const items = Array.from({ length: ENTRIES }, (_, n) => entryOf(outlet, last - n))
  return `<rss version="2.0"><channel><title>Outlet ${outlet}</title><link>https://www.outlet-${outlet}.example/</link>${items.join('')}</channel></rss>`
}

function entryOf(outlet: number, number: number): string {
  const kind = number % NEW_A_TIME
  const seed = kind === 1 ? 7_919 * Math.floor(outlet / CARRIERS) + 31 * number : 104_729 * (outlet + 1) + 31 * number
  const place = kind === 2 ? 'Oslo' : `${PLACES[seed % PLACES.length]}, Syria`
  const link = `https://www.outlet-${outlet}.example/2026/${number}/report`
  const at = new Date(FIRST_MS + (number - ENTRIES - NEW_A_TIME) * (EDITION_MS / NEW_A_TIME) - outlet * 1_000)
  return `<item><title>${sentence(seed, 3)} ${place} ${sentence(seed + 2, 3)}</title><link>${link}</link><guid>${link}</guid><pubDate>${at.toUTCString()}</pubDate><description>${place}: ${sentence(seed + 1, 90)}.</description></item>`
}

function sentence(seed: number, length: number): string {
  let state = seed >>> 0
  const word = (): string => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return WORDS[(state >>> 8) % WORDS.length] ?? ''
  }
  // names of their own in every other place: real reports share few runs of three words
  const words = Array.from({ length }, (_, n) => (n % 2 === 0 ? word() : `${word()}${word()}`))
  return words.join(' ')
}
