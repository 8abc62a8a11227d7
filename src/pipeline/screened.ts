import type { Item, Source } from '../model/index.ts'
import type { DocumentReading, Slip } from '../parse/index.ts'
import type { Desk } from './desk.ts'
import { identitiesOf, isSameItem, keyOf, trustOf } from './identity.ts'
import { wasPruned } from './known-before.ts'

/** An entry that goes on to be parsed in full. */
export type Candidate = {
  readonly slip: Slip
  /** its firmest identity: what `seen` and decisions know it by */
  readonly key: string
  readonly identities: readonly string[]
  /** the item that it was kept as before, when it was */
  readonly item?: Item
  /** whether it says something else than in the last document, or was not in it: new rules alone change nothing of an item */
  readonly isChanged: boolean
}

export type Screen = {
  readonly candidates: readonly Candidate[]
  /** every entry of the document: key -> fingerprint */
  readonly seen: ReadonlyMap<string, string>
  /** the same of the last document */
  readonly before: ReadonlyMap<string, string>
  /** every name of every entry, gathered when it is asked for */
  readonly names: () => ReadonlySet<string>
  /** whether any entry is new or changed */
  readonly isNews: boolean
}

/**
 * Stops entries that are known and unchanged, and those whose text names no term of the topic. An entry that was kept before
 * and has changed always goes on, whatever it says now: it is a correction. `judgeAnew`: the rules have changed, every entry is judged.
 */
export async function screened(
  document: DocumentReading,
  source: Source,
  { desk, judgeAnew }: { readonly desk: Desk; readonly judgeAnew: boolean },
): Promise<Screen> {
  const before = await desk.store.seen(source.id)
  const trust = trustOf(document.slips)
  const seen = new Map<string, string>()
  const candidates: Candidate[] = []
  let isNews = false
  for (const slip of document.slips) {
    const key = keyOf(slip, trust)
    if (seen.has(key)) continue
    seen.set(key, slip.fingerprint)
    const known = before.get(key)
    const isChanged = known !== slip.fingerprint
    if (!isChanged && !judgeAnew) continue
    isNews = true
    const named = source.relevance === 'all' || desk.topic.mayMatch(slip.text)
    if (!named && known === undefined && !(judgeAnew && before.size > 0)) continue
    const identities = identitiesOf(slip, trust)
    const item = await itemOf(slip, identities, { source, desk })
    if (item === undefined && (await wasPruned(slip, identities, { sourceId: source.id, store: desk.store, now: desk.now })))
      continue
    if (named || item !== undefined) candidates.push(candidateOf(slip, { identities, item, isChanged }))
  }
  const names = () => new Set(document.slips.flatMap((slip) => identitiesOf(slip, trust)))
  return { candidates, seen, before, names, isNews }
}

async function itemOf(
  slip: Slip,
  identities: readonly string[],
  { source, desk }: { readonly source: Source; readonly desk: Desk },
): Promise<Item | 'taken' | undefined> {
  const item = await desk.store.find(source.id, identities)
  return item === undefined || isSameItem(item, slip, identities) ? item : 'taken'
}

function candidateOf(
  slip: Slip,
  { identities, item, isChanged }: Pick<Candidate, 'identities' | 'isChanged'> & { readonly item: Item | 'taken' | undefined },
): Candidate {
  const usable = item === 'taken' ? identities.filter((identity) => !identity.startsWith('guid:')) : identities
  const candidate = { slip, key: identities[0] ?? '', identities: usable, isChanged }
  return item === undefined || item === 'taken' ? candidate : { ...candidate, item }
}
