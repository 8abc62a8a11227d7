import type { Item } from '../../model/index.ts'
import { creditDate, type ReaderLanguage } from '../../text/index.ts'
import { ENTRY_WORDS } from '../words/entry-words.ts'

/** `corrected by the source on …`: its last correction, else the last time that it added something; undefined when it did neither. */
export function revisionWords({ revisions = [] }: Pick<Item, 'revisions'>, reader: ReaderLanguage): string | undefined {
  const correction = revisions.findLast(({ changed }) => changed.includes('title') || changed.includes('text'))
  const words = ENTRY_WORDS[reader]
  if (correction !== undefined) return words.corrected(creditDate(correction.at, reader))
  const addition = revisions.at(-1)
  return addition === undefined ? undefined : words.extended(creditDate(addition.at, reader))
}
