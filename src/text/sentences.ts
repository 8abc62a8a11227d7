import { monthOf } from './date-words.ts'
import { foldDate } from './fold-date.ts'
import { segmenter } from './segmenter.ts'

/** A sentence, and where in the text it ends (blanks after it not counted). */
export type Sentence = { readonly text: string; readonly end: number }

/**
 * The sentences of a text, in order; a line break ends one. Unicode's rules (UAX 29), with what they get wrong for news put right:
 * no sentence ends after an initial or a common short form (`Mr.`, `U.S.`, `Dr.`), between a day and its month (`3. Mai`), nor before a small letter. Lazy and linear.
 */
export function* sentences(text: string, language?: string): Generator<Sentence> {
  let start = 0
  let end = 0
  for (const part of segmenter(language, 'sentence').segment(text)) {
    const body = part.segment.trimEnd()
    if (end > start && !isOpen(text.slice(Math.max(start, end - 24), end), text.slice(end, part.index), body)) {
      yield { text: text.slice(start, end), end }
      start = part.index
    }
    if (body === '') continue
    if (end <= start) start = part.index
    end = part.index + body.length
  }
  if (end > start) yield { text: text.slice(start, end), end }
}

const SHORT_FORMS: ReadonlySet<string> = new Set(
  `mr mrs ms dr st prof gen lt col maj capt sgt cpl adm brig sen rep gov rev hon pres jr sr vs etc inc ltd co corp no nos vol fig ed
  jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m cf al approx dept est
  hr fr nr bzw ca z.b d.h u.a usw tel abs art bd dipl ing mio mrd str vgl sog
  m mm mme mlle me av sra srta d ud uds ee.uu ej pág núm sig sigg dott avv on
  г гг им ул руб тыс млн млрд стр см т.е т.д т.п др проф
  av alb org prof doç yrd sn vb vd bkz nr tuğg tümg korg orag
  د م ق ص`
    .split(/\s+/)
    .filter((form) => form !== ''),
)

/** Whether a sentence goes on over the break that the rules saw. `before` is the end of what stands before the gap. */
function isOpen(before: string, gap: string, next: string): boolean {
  if (gap.includes('\n') || gap.includes('\u2029')) return false
  if (/^\p{Ll}/u.test(next)) return true
  if (/(?:^|\s)\d{1,2}\.$/.test(before) && monthOf(foldDate(/^\p{L}+/u.exec(next)?.[0] ?? '')) !== undefined) return true
  const word = /(?:^|[\s(«“"'‘[])([\p{L}.]{1,8})\.$/u.exec(before)?.[1]
  if (word === undefined) return false
  return /^\p{Lu}(\.\p{Lu})*$/u.test(word) || SHORT_FORMS.has(word.toLowerCase())
}
