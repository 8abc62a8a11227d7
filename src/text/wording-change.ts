import { readOnWords } from './read-on-words.ts'

/**
 * What became of a wording. `same`: nothing, or what no reader would call a change: spacing, case, punctuation, quotation marks, accents,
 * calls to read on, counters. `shortened`: words fell away at one end only. `uncovered`: it was cut, and shows more now. `extended`:
 * words came at one end. `altered`: anything else, be it one figure.
 */
export type WordingChange = 'same' | 'shortened' | 'uncovered' | 'extended' | 'altered'

/** Compares two wordings of one text by their words. Linear in both. */
export function wordingChange(before: string, after: string): WordingChange {
  if (before === after) return 'same'
  const [old, now] = [readOnWords(before), readOnWords(after)]
  const [was, is] = [old.words.length, now.words.length]
  if (was === is && now.words.every((word, at) => word === old.words[at])) return 'same'
  if (is <= was && beginsLike(old.words, now)) return 'shortened'
  if (was <= is && beginsLike(now.words, old)) return old.isCut || was === 0 || was === is ? 'uncovered' : 'extended'
  if (is < was && endsLike(old.words, now)) return 'shortened'
  return was < is && endsLike(now.words, old) ? 'extended' : 'altered'
}

type Wording = ReturnType<typeof readOnWords>

/** The last word of a text that was cut may be cut itself. */
function beginsLike(longer: readonly string[], { words, isCut, isOpen }: Wording): boolean {
  const last = words.length - 1
  const mayBeCut = (word: string) => (isCut || isOpen) && !/\d/.test(word)
  return words.every(
    (word, at) => word === longer[at] || (at === last && mayBeCut(word) && longer[at]?.startsWith(word) === true),
  )
}

function endsLike(longer: readonly string[], { words }: Wording): boolean {
  const skipped = longer.length - words.length
  return words.every((word, at) => word === longer[skipped + at])
}
