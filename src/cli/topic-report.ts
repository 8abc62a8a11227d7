import type { MatchInput, TopicAudit, TopicDiff, TopicTest } from '../match/index.ts'
import type { Verdict } from '../model/index.ts'

/** What examples, or labels, came to: a line for each that failed, with its reasons, and the count. */
export function testLines(
  name: string,
  { examples, failed }: Omit<Extract<TopicTest, { kind: 'tested' }>, 'kind'>,
  what: 'examples' | 'labels' = 'examples',
): readonly string[] {
  return [
    ...failed.flatMap(({ title, expected, verdict }) => [
      `expected ${expected ? 'to be kept' : 'to be dropped'} (${verdict.score} of ${verdict.threshold}): ${title}`,
      `  ${reasonsText(verdict)}`,
    ]),
    `${name}: ${examples} ${what}, ${failed.length === 0 ? 'all decided as they should be' : `${failed.length} failed`}`,
  ]
}

/** A table of the terms that were found without a core term, most frequent first, each with a few titles. */
export function auditLines({ items, kept, review, terms }: Extract<TopicAudit, { kind: 'audited' }>): readonly string[] {
  const alone = terms.filter((term) => term.alone > 0)
  return [
    `${items} items, ${kept} kept, ${review} to be decided by their article; ${alone.length} terms found without a core term:`,
    ' alone  found   kept  term',
    ...alone.flatMap((term) => [
      `${column(term.alone)}${column(term.items)}${column(term.kept)}  ${term.lang} ${term.term} (${term.group})`,
      ...term.examples.map((title) => `${' '.repeat(23)}${title}`),
    ]),
  ]
}

/** What an edited topic adds (+) and drops (-), with both scores, and the counts. */
export function diffLines({ items, added, dropped }: TopicDiff<MatchInput>): readonly string[] {
  return [
    ...added.map(({ item, before, after }) => `+ ${before.score} -> ${after.score}  ${item.title}`),
    ...dropped.map(({ item, before, after }) => `- ${before.score} -> ${after.score}  ${item.title}`),
    `${items} items: ${added.length} more kept, ${dropped.length} more dropped`,
  ]
}

function reasonsText({ reasons, nearest }: Verdict): string {
  const words = reasons.map(
    ({ term, field, weight, note }) => `${field} "${term}" ${weight}${note === undefined ? '' : ` (${note})`}`,
  )
  return [...words, ...(nearest === undefined ? [] : [nearest])].join('; ')
}

function column(count: number): string {
  return String(count).padStart(6).padEnd(7)
}
