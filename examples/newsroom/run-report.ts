import { amount, isRecord, parsed, record, records, words } from './json-values.ts'

/** One verdict of the pass, as `kaynak run --json` tells it. What it does not tell is empty. */
export type Verdict = {
  readonly sourceId: string
  readonly title: string
  readonly relevant: boolean
  readonly score: number
  readonly threshold: number
  /** what moved the score, in the order of the report */
  readonly reasons: readonly { readonly term: string; readonly field: string; readonly note: string }[]
  /** of a dropped entry: what was missing, in words */
  readonly nearest: string
}

/** What the demo prints of a pass. */
export type RunReport = {
  readonly sources: readonly {
    readonly id: string
    readonly name: string
    readonly outcome: string
    readonly entries: number
    readonly message: string
  }[]
  readonly verdicts: readonly Verdict[]
  readonly stories: number
}

/** Reads what `kaynak run --json` printed; undefined when it is not that. */
export function readRunReport(text: string): RunReport | undefined {
  const report = parsed(text)
  if (!isRecord(report) || !isRecord(report['pass'])) return undefined
  const published = record(report['published'])
  return {
    sources: records(report['sources']).map((source) => ({
      id: words(source['id']),
      name: words(source['name']),
      outcome: words(source['outcome']),
      entries: amount(source['entries']),
      message: words(source['message']),
    })),
    verdicts: records(report['decisions']).map(readVerdict),
    stories: amount(published['stories']),
  }
}

function readVerdict(decision: Record<string, unknown>): Verdict {
  const verdict = isRecord(decision['verdict']) ? decision['verdict'] : decision
  return {
    sourceId: words(decision['sourceId']),
    title: words(decision['title']),
    relevant: verdict['relevant'] === true,
    score: amount(verdict['score']),
    threshold: amount(verdict['threshold']),
    reasons: records(verdict['reasons']).map((reason) => ({
      term: words(reason['term']),
      field: words(reason['field']),
      note: words(reason['note']),
    })),
    nearest: words(verdict['nearest']),
  }
}
