import type { Item, Source } from '../model/index.ts'
import type { DocumentReading, Slip } from '../parse/index.ts'
import type { Desk } from './desk.ts'
import { identitiesOf, isSameItem, trustOf } from './identity.ts'

/** An entry that goes on to be parsed in full. */
export type Candidate = {
  readonly slip: Slip
  /** its firmest identity: what `seen` and decisions know it by */
  readonly key: string
  readonly identities: readonly string[]
  /** the item that it was kept as before, when it was */
  readonly item?: Item
}

export type Screen = {
  readonly candidates: readonly Candidate[]
  /** every entry of the document: key -> fingerprint */
  readonly seen: ReadonlyMap<string, string>
  /** whether any entry is new or changed */
  readonly isNews: boolean
}

/**
 * Stops entries that are known and unchanged, and those whose text names no term of the topic. An entry that was kept before
 * and has changed always goes on, whatever it says now: it is a correction. `judgeAnew`: the rules have changed, nothing is known.
 */
export async function screened(
  document: DocumentReading,
  source: Source,
  { desk, judgeAnew }: { readonly desk: Desk; readonly judgeAnew: boolean },
): Promise<Screen> {
  const known = judgeAnew ? new Map<string, string>() : await desk.store.seen(source.id)
  const trust = trustOf(document.slips)
  const seen = new Map<string, string>()
  const candidates: Candidate[] = []
  let isNews = false
  for (const slip of document.slips) {
    const identities = identitiesOf(slip, trust)
    const [key] = identities
    if (key === undefined || seen.has(key)) continue
    seen.set(key, slip.fingerprint)
    const before = known.get(key)
    if (before === slip.fingerprint) continue
    isNews = true
    const named = source.relevance === 'all' || desk.topic.mayMatch(slip.text)
    if (!named && before === undefined && !judgeAnew) continue
    const item = await itemOf(slip, identities, { source, desk })
    if (named || item !== undefined) candidates.push(candidateOf(slip, identities, item))
  }
  return { candidates, seen, isNews }
}

async function itemOf(
  slip: Slip,
  identities: readonly string[],
  { source, desk }: { readonly source: Source; readonly desk: Desk },
): Promise<Item | 'taken' | undefined> {
  const item = await desk.store.find(source.id, identities)
  return item === undefined || isSameItem(item, slip, identities) ? item : 'taken'
}

function candidateOf(slip: Slip, identities: readonly string[], item: Item | 'taken' | undefined): Candidate {
  const usable = item === 'taken' ? identities.filter((identity) => !identity.startsWith('guid:')) : identities
  const key = identities[0] ?? ''
  return item === undefined || item === 'taken' ? { slip, key, identities: usable } : { slip, key, identities: usable, item }
}
