import { type Decision, present, type Source } from '../model/index.ts'
import type { Judgement } from './judged.ts'

/** The record of a verdict; none when no term was named, for there is nothing to explain then. */
export function decisionOf(
  { entry, verdict }: Judgement,
  about: { readonly source: Source; readonly key: string; readonly now: Date },
): readonly Decision[] {
  if (verdict.reasons.length === 0) return []
  return [
    present({ sourceId: about.source.id, entryKey: about.key, url: entry.url, title: entry.title ?? '', at: about.now, verdict }),
  ]
}
