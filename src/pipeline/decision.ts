import { type Decision, present, type Source } from '../model/index.ts'
import { plainText } from '../text/index.ts'
import type { Judgement } from './judged.ts'

const MAX_TEXT = 1_000

/** The record of a verdict; none when no term was named, for there is nothing to explain then. */
export function decisionOf(
  { entry, verdict, language }: Judgement,
  about: { readonly source: Source; readonly key: string; readonly now: Date },
): readonly Decision[] {
  if (verdict.reasons.length === 0) return []
  const { source, key, now } = about
  const text = plainText(entry.content ?? entry.summary ?? '').slice(0, MAX_TEXT)
  return [
    present({
      sourceId: source.id,
      entryKey: key,
      url: entry.url,
      title: entry.title ?? '',
      text: text === '' ? undefined : text,
      language,
      at: now,
      verdict,
    }),
  ]
}
