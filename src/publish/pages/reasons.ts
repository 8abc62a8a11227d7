import type { Verdict } from '../../model/index.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { PageWords } from '../words/page-words.ts'

/** "Why is this here?": what the verdict was made of, in the order of its weight. */
export function reasonsHtml(verdict: Verdict, words: PageWords): string {
  const reasons = verdict.reasons.toSorted((one, other) => other.weight - one.weight)
  const lines = reasons.map(({ term, lang, field, weight, note }) => {
    const tag = lang === '*' ? '' : ` lang="${escapeAttribute(lang)}"`
    const what = words.why.found(SLOT, words.why.fields[field])
    const told = escapeText(what).replace(SLOT, () => `<bdi${tag}>“${escapeText(term)}”</bdi>`)
    const more = note === undefined ? '' : ` <bdi>${escapeText(note)}</bdi>`
    return `<li><bdi>${told}</bdi> <span class="weight" dir="ltr">${signed(weight)}</span>${more}</li>`
  })
  const list =
    lines.length === 0
      ? `<p><bdi>${escapeText(words.why.everything)}</bdi></p>`
      : `<ul>${lines.join('')}</ul><p><bdi>${escapeText(words.why.score(number(verdict.score), number(verdict.threshold)))}</bdi></p>`
  return `<details lang="${words.language}"><summary><bdi>${escapeText(words.why.question)}</bdi></summary>${list}</details>`
}

/** stands for the term while the phrase around it is escaped */
const SLOT = '\uE000'

function signed(weight: number): string {
  return weight > 0 ? `+${number(weight)}` : number(weight).replace('-', '−')
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
