import type { HttpUrl, Verdict } from '../../../model/index.ts'
import { type Html, html } from '../html.ts'
import type { Judged } from '../office.ts'
import { markField } from './shell.ts'

/** One verdict as it is listed. */
export type ListedVerdict = {
  readonly title: string
  readonly url?: HttpUrl | undefined
  readonly language?: string | undefined
  readonly verdict: Verdict
  /** what became of it, or would; the verdict's own word otherwise */
  readonly fate?: string
  /** outlet, time and so on */
  readonly about?: Html
  /** the buttons, where there are any */
  readonly deeds?: Html
}

/** Verdicts with their reasons; the words of a feed are words here, whatever they hold. */
export function verdictList(list: readonly ListedVerdict[]): Html {
  return html`<ul class="verdicts">${list.map(({ title, url, language, verdict, fate, about, deeds }, at) => {
    const name = html`<bdi dir="auto"${language === undefined ? '' : html` lang="${language}"`}>${title === '' ? '(no title)' : title}</bdi>`
    return html`<li id="v${at}" class="${verdict.band === 'review' ? 'doubtful' : verdict.relevant ? 'kept' : 'dropped'}">
<p class="title">${url === undefined ? name : html`<a href="${url}" rel="external noopener noreferrer">${name}</a>`}</p>
<p class="about">${fate ?? fateOf(verdict)}, ${number(verdict.score)} where ${number(verdict.threshold)} is needed${about === undefined ? '' : html` · ${about}`}</p>
${reasons(verdict)}${deeds ?? ''}</li>
`
  })}</ul>`
}

/** Where the buttons stand: in which place of the list, and the query of the list; without one, on the page of the source. */
export type LabelForm = { readonly mark: string; readonly at: number; readonly back?: string }

/** The two buttons by which a person says whether a verdict is right. */
export function labelDeeds({ decision, label }: Judged, { mark, back, at }: LabelForm): Html {
  const { sourceId, entryKey, verdict } = decision
  const button = (words: string, relevant: boolean): Html =>
    html`<button name="relevant" value="${String(relevant)}" aria-pressed="${String(label === relevant)}">${words}</button>`
  const said =
    label === undefined ? '' : label === verdict.relevant ? 'You said: the verdict is right.' : 'You said: the verdict is wrong.'
  return html`<form method="post" action="label" class="deeds">${markField(mark)}<input type="hidden" name="source" value="${sourceId}"><input type="hidden" name="entry" value="${entryKey}"><input type="hidden" name="back" value="${back ?? ''}"><input type="hidden" name="at" value="${at}">
${button(`Right: ${aboutIt(verdict.relevant)}`, verdict.relevant)} ${button(`Wrong: ${aboutIt(!verdict.relevant)}`, !verdict.relevant)} <span class="count">${said}</span></form>`
}

function fateOf({ relevant, band }: Verdict): string {
  return `${relevant ? 'kept' : 'dropped'}${band === 'review' ? ', in doubt' : ''}`
}

function aboutIt(relevant: boolean): string {
  return relevant ? 'about the topic' : 'not about it'
}

function reasons({ reasons: list, nearest }: Verdict): Html {
  if (list.length === 0 && nearest === undefined) return html``
  const short = [...new Set(list.filter(({ weight }) => weight > 0).map(({ term }) => term))].slice(0, 4)
  return html`<details><summary>Why${short.map((term, at) => html`${at === 0 ? ': ' : ', '}<bdi dir="auto">${term}</bdi>`)}</summary><ul>${list.map(
    ({ term, lang, field, weight, note }) =>
      html`<li>${weight > 0 ? '+' : ''}${number(weight)} <bdi dir="auto"${lang === '*' ? '' : html` lang="${lang}"`}>${term}</bdi> (${lang === '*' ? 'any language' : lang}, ${field})${note === undefined ? '' : `: ${note}`}</li>`,
  )}${nearest === undefined ? '' : html`<li>What would change that: ${nearest}</li>`}</ul></details>`
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
