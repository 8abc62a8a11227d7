import type { Reason, Verdict } from '../model/index.ts'
import { cleanText } from '../text/index.ts'

/** A verdict in words, a line each: the sum, what moved it, and what would have changed it. */
export function verdictWords(verdict: Verdict): readonly string[] {
  const { relevant, score, threshold, reasons } = verdict
  return [
    `${relevant ? 'kept' : 'dropped'}: ${number(score)} where ${number(threshold)} is needed${verdict.band === 'review' ? ' (in doubt)' : ''}`,
    ...(reasons.length === 0 ? ['  no term of the topic is named'] : reasons.map(reasonWords)),
    ...change(verdict),
  ]
}

function reasonWords({ term, lang, field, weight, note }: Reason): string {
  const sign = weight > 0 ? '+' : ''
  return `  ${`${sign}${number(weight)}`.padStart(6)}  ${cleanText(term)} (${lang === '*' ? 'any language' : lang}, ${field})${note === undefined ? '' : `: ${cleanText(note)}`}`
}

/** What would turn the verdict round: what is missing, or what it hangs on. */
function change({ relevant, score, threshold, reasons, nearest }: Verdict): readonly string[] {
  if (!relevant) return nearest === undefined ? [] : [`  what would change that: ${cleanText(nearest)}`]
  const decisive = reasons.filter(({ weight }) => weight > 0 && score - weight < threshold)
  if (decisive.length === 0) return reasons.some(({ weight }) => weight > 0) ? ['  no single term decides it'] : []
  return [
    `  it would be dropped without ${decisive.map(({ term, field }) => `${cleanText(term)} (${field})`).join(', or without ')}`,
  ]
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
