import type { Reason } from '../../model/index.ts'
import { type FoundFeed, newestOf, type Preview, type PreviewedEntry } from '../../pipeline/index.ts'
import { cleanText } from '../../text/index.ts'

/** A feed that was found, with what a pass would make of it now. */
export type Previewed = {
  readonly feed: FoundFeed
  /** the other feeds that the same page names */
  readonly others: readonly FoundFeed[]
  readonly name: string
  readonly language?: string
  readonly preview: Preview
}

const SIGNS = { kept: '+', doubtful: '?', dropped: '-' } as const
/** So many entries of each fate are shown. */
const MOST = { kept: 6, doubtful: 3, dropped: 3 } as const

type Time = (moment: Date) => string

/** What a person should see before a source is added: what it is, and which of its entries would be kept, and why. `time` words a moment. */
export function previewWords(previewed: Previewed, time: Time): readonly string[] {
  const { feed, others, name, preview } = previewed
  const { movedTo } = feed.trial
  return [
    `${cleanText(name)}: ${movedTo ?? feed.url}`,
    `  ${factsOf(previewed, time).join(', ')}`,
    ...(movedTo === undefined ? [] : [`  moved for good: ${feed.url} leads there`]),
    `  ${sums(preview)}`,
    ...(['kept', 'doubtful', 'dropped'] as const).flatMap((fate) => entriesOf(preview, fate)),
    ...others.map(
      ({ url, title, trial }) => `  also there: ${url} (${cleanText(title ?? trial.document.feed.title ?? 'untitled')})`,
    ),
  ]
}

/** Format, language, number and age of the entries, a few words each. */
export function factsOf({ feed, language, preview }: Previewed, time: Time): readonly string[] {
  const { document } = feed.trial
  const newest = newestOf(document)
  return [
    document.feed.format,
    language ?? 'no language stated',
    `${preview.entries} ${preview.entries === 1 ? 'entry' : 'entries'}`,
    newest === undefined ? 'no dates' : `the newest of ${time(newest)}`,
  ]
}

/** How many entries of each fate. */
export function countsOf({ judged }: Preview): Readonly<Record<PreviewedEntry['fate'], number>> {
  const count = (fate: PreviewedEntry['fate']): number => judged.filter((one) => one.fate === fate).length
  return { kept: count('kept'), doubtful: count('doubtful'), dropped: count('dropped') }
}

function sums(preview: Preview): string {
  const { kept, doubtful } = countsOf(preview)
  if (preview.entries === 0) return 'it holds no entries now'
  const doubt = doubtful === 0 ? '' : `, ${doubtful} in doubt until the article's page is read`
  return kept + doubtful === 0
    ? 'none of its entries names the topic now'
    : `${kept} of ${preview.entries} would be kept now${doubt}`
}

function entriesOf({ judged }: Preview, fate: PreviewedEntry['fate']): readonly string[] {
  const found = judged.filter((one) => one.fate === fate)
  const lines = found.slice(0, MOST[fate]).map(({ title, verdict }) => {
    const why = fate === 'dropped' ? (verdict.nearest ?? reasonsOf(verdict.reasons)) : reasonsOf(verdict.reasons)
    return `    ${SIGNS[fate]} ${cleanText(title) || '(no title)'}${why === '' ? '' : ` [${cleanText(why)}]`}`
  })
  const more = found.length - lines.length
  return more > 0 ? [...lines, `      and ${more} more`] : lines
}

function reasonsOf(reasons: readonly Reason[]): string {
  return [...new Set(reasons.filter(({ weight }) => weight > 0).map(({ term, field, note }) => note ?? `${term} (${field})`))]
    .slice(0, 4)
    .join(', ')
}
