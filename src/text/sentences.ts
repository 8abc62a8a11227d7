import { monthOf } from './date-words.ts'
import { foldDate } from './fold-date.ts'

/** A sentence, and where in the text it ends (blanks after it not counted). */
export type Sentence = { readonly text: string; readonly end: number }

const LINE_ENDS = '\\n\\r\\x85\\u2028\\u2029'
/** Quotation marks and brackets that close behind the stop, and marks that belong to it. */
const CLOSING = '[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}"\'\\p{M}\\p{Cf}]*'
const STOP = candidates('\\p{STerm}․')
/** Greek asks with a semicolon. */
const GREEK_STOP = candidates('\\p{STerm}․;')

/**
 * The sentences of a text, in order; a line break ends one. Unicode's rules (UAX 29), with what they get wrong for news put right:
 * no sentence ends after an initial or a common short form (`Mr.`, `U.S.`, `Dr.`), between a day and its month (`3. Mai`), nor before
 * a small letter. Lazy and linear; done by hand, since ICU takes ten times as long over the first lines of an article.
 */
export function* sentences(text: string, language?: string): Generator<Sentence> {
  let start = 0
  for (const found of text.matchAll(/^el\b/i.test(language ?? '') ? GREEK_STOP : STOP)) {
    const [whole, stop] = found
    const next = found.index + whole.length
    const said = text.slice(start, next).trimEnd()
    if (stop !== undefined && isOpen(said, stop, { gap: next - start - said.length, ahead: text.slice(next, next + NEAR) }))
      continue
    if (said.trim() !== '') yield { text: said.trimStart(), end: start + said.length }
    start = next
  }
  const rest = text.slice(start).trimEnd()
  if (rest !== '') yield { text: rest.trimStart(), end: start + rest.length }
}

/** Where a sentence may end: at a stop, with what closes and the blanks behind it, or at a line break. */
function candidates(stops: string): RegExp {
  return new RegExp(`([${stops}])${CLOSING}[^\\S${LINE_ENDS}]*|[${LINE_ENDS}]\\s*`, 'gu')
}

/** Within so many units short forms, days and the names of months stand. */
const NEAR = 24
/** What never begins a sentence: a small letter, a sign that goes on with one, a further stop, a line break, which ends it by itself. */
const GOES_ON = /^[\p{Ll}\p{STerm}․,:;،؍՝߸᠂᠈、–—︐︑︓︱︲﹐﹑﹕﹘﹣，－：､\n\r\x85\u2028\u2029-]/u
const FULL_STOP = /[.․﹒．]/
const INSIDE = /[\p{Lu}\p{Ll}]\p{M}*[.․﹒．]\p{Lu}|[.․﹒．]\p{Nd}/u
const SMALL_AHEAD = /^[^\p{Alphabetic}\p{STerm}․\n\r\x85\u2028\u2029]*\p{Lowercase}/u

/** Whether a sentence goes on over a stop: `said` so far, then a gap of blanks, then what is `ahead`. */
function isOpen(said: string, stop: string, after: { readonly gap: number; readonly ahead: string }): boolean {
  const { gap, ahead } = after
  if (GOES_ON.test(ahead)) return true
  if (!FULL_STOP.test(stop)) return false
  const before = said.slice(-NEAR)
  if (gap === 0 && before.endsWith(stop) && INSIDE.test(`${before.slice(-3)}${ahead.slice(0, 2)}`)) return true
  if (SMALL_AHEAD.test(ahead)) return true
  if (/(?:^|\s)\d{1,2}\.$/.test(before) && monthOf(foldDate(/^\p{L}+/u.exec(ahead)?.[0] ?? '')) !== undefined) return true
  const word = /(?:^|[\s(«“"'‘[])([\p{L}.]{1,8})\.$/u.exec(before)?.[1]
  if (word === undefined) return false
  return /^\p{Lu}(\.\p{Lu})*$/u.test(word) || SHORT_FORMS.has(word.toLowerCase())
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
