import type { Item, Placement, SourceChange, Store } from '../../src/model/index.ts'
import { aSourceId, makeItem } from '../../tests/helpers/make-item.ts'

const START = Date.parse('2024-01-15T12:00:00Z')
const SPAN_MS = 2 * 365 * 86_400_000
const SOURCES = 1_000
const BANDS = 32
const AT_ONCE = 2_000

/** Fills a store with an archive of so many items that spans two years up to the middle of January 2026. */
export async function fillArchive(store: Store, size: number): Promise<void> {
  for (let from = 0; from < size; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, size - from)
    await store.commit(changes(from, count, size))
    await store.place(placements(from, count))
  }
}

/** What so many items of an archive of `size` amount to when they are stored, from number `from` on. */
export function changes(from: number, count: number, size: number): readonly SourceChange[] {
  const bySource = Map.groupBy(
    Array.from({ length: count }, (_, n) => itemOf(from + n, size)),
    (item) => item.carrier.sourceId,
  )
  return [...bySource].map(([sourceId, items]) => ({ state: stateOf(sourceId), items, decisions: [] }))
}

/** Places for so many items, from number `from` on: each is a story of its own. */
export function placements(from: number, count: number): readonly Placement[] {
  return Array.from({ length: count }, (_, n) => {
    const { id } = makeItem({ id: from + n })
    return { itemId: id, storyId: id, relation: { kind: 'single' }, bands: bandsOf(from + n) }
  })
}

/** An item of the usual size, about 2.5 kB of JSON. */
function itemOf(n: number, size: number): Item {
  const published = new Date(momentOf(n, size))
  return makeItem({
    id: n,
    published,
    firstSeen: published,
    identities: [...identitiesOf(n)],
    text: `Report ${n}. ${'The convoy reached the town before noon. '.repeat(35)}`,
    carrier: { sourceId: sourceOf(n) },
  })
}

/** When an item of an archive of `size` was published. */
export function momentOf(n: number, size: number): number {
  return START + Math.floor((n / size) * SPAN_MS)
}

/** Whose item it is. */
export function sourceOf(n: number) {
  return aSourceId(`source-${n % SOURCES}`)
}

/** The names of an item. */
export function identitiesOf(n: number): readonly string[] {
  return [`guid:https://www.source-${n % SOURCES}.example/?p=${n}`, `url:source-${n % SOURCES}.example/${n}`, `title:${n}`]
}

/** Every eighth item shares its bands with the seven before it, as copies do. */
export function bandsOf(n: number): readonly string[] {
  return Array.from({ length: BANDS }, (_, band) => `${band}:${((Math.floor(n / 8) * 2_654_435_761) >>> 0).toString(36)}`)
}

/** What is remembered of a source of the archive. */
export function stateOf(sourceId: ReturnType<typeof sourceOf>) {
  const { feedUrl } = makeItem().carrier
  return {
    sourceId,
    url: feedUrl,
    failures: 0,
    warnings: [],
    bodyHash: 'x'.repeat(43),
    lastAttempt: new Date(START),
    nextDue: new Date(START),
  }
}
