import { type Decision, isSourceId, present, type Store } from '../../model/index.ts'
import type { DecisionsAsked, Judged } from '../../serve/index.ts'
import { type Labels, labelId } from './label-book.ts'

/** Doubts are few: so many decisions are looked through for them. */
const LOOKED_THROUGH = 3_000

/** The decisions that are asked for, newest first. */
export async function decisionList(store: Store, { show, about, source, limit }: DecisionsAsked): Promise<readonly Decision[]> {
  if (source !== undefined && !isSourceId(source)) return []
  const kept = show === 'kept' ? true : show === 'dropped' ? false : undefined
  const most = show === 'near' ? LOOKED_THROUGH : limit
  const found = await store.decisions(present({ sourceId: source, about, kept, limit: most }))
  return show === 'near' ? found.filter(({ verdict }) => verdict.band === 'review').slice(0, limit) : found
}

/** The decision on one entry of a source; undefined when it is not remembered any more. */
export async function decisionOn(store: Store, source: string, entry: string): Promise<Decision | undefined> {
  if (!isSourceId(source) || entry === '') return undefined
  const found = await store.decisions({ sourceId: source, about: entry, limit: 10 })
  return found.find(({ entryKey }) => entryKey === entry)
}

/** A decision with what a person said of it. */
export function judgedBy(decision: Decision, said: Labels): Judged {
  return present({ decision, label: said.get(labelId(decision)) })
}
