import type { RunReport, Verdict } from './run-report.ts'
import type { SharedStory } from './shared-stories.ts'

/** What the demo says at the end: what was kept and why, what was dropped and why, what could not be read. One line each, two for an item. */
export function summary(report: RunReport, shared: readonly SharedStory[]): string {
  const names = new Map(report.sources.map(({ id, name }) => [id, name]))
  const kept = report.verdicts.filter((verdict) => verdict.relevant)
  const dropped = report.verdicts.filter((verdict) => !verdict.relevant)
  const failed = report.sources.filter((source) => source.outcome === 'failed')
  const entries = report.sources.reduce((sum, source) => sum + source.entries, 0)
  const silent = entries - report.verdicts.length
  return [
    `KEPT: ${kept.length} of ${entries} entries, published as ${report.stories} stories`,
    ...kept.flatMap((verdict) => itemLines(verdict, names, whyKept(verdict))),
    '',
    `DROPPED: ${dropped.length} that name a term of the topic and are not about it`,
    ...dropped.flatMap((verdict) => itemLines(verdict, names, whyDropped(verdict))),
    `  and ${silent} more that name no term at all: sport, weather, local news`,
    '',
    ...(shared.length === 0
      ? []
      : ['ONE TEXT, SEVERAL OUTLETS: published once, crediting all', ...shared.flatMap(sharedLines), '']),
    `NOT READ: ${failed.length} of ${report.sources.length} sources`,
    ...failed.map((source) => `  ${source.name}: ${source.message}`),
  ].join('\n')
}

function itemLines(verdict: Verdict, names: ReadonlyMap<string, string>, why: string): readonly string[] {
  return [`  ${verdict.title}`, `      ${names.get(verdict.sourceId) ?? verdict.sourceId}: ${why}`]
}

function whyKept({ reasons, score, threshold }: Verdict): string {
  const named = terms(reasons)
  if (named === '') return reasons.map((reason) => reason.note).join('; ')
  return `${named} (${rounded(score)}, needs ${rounded(threshold)})`
}

function whyDropped({ reasons, score, threshold, nearest }: Verdict): string {
  const notes = unique(reasons.flatMap((reason) => (reason.note === '' ? [] : [`${plain(reason.term)}: ${reason.note}`])))
  const why = notes.length > 0 ? notes.join('; ') : nearest
  return `${why} (${rounded(score)}, needs ${rounded(threshold)})`
}

/** The terms that counted, each once, with the field of its first hit. */
function terms(reasons: Verdict['reasons']): string {
  const fields = new Map<string, string>()
  for (const { term, field } of reasons) if (term !== '*' && !fields.has(term)) fields.set(term, field)
  return [...fields].map(([term, field]) => `${plain(term)} in ${field}`).join(', ')
}

/** A term without the notation of topic files: of alternatives the first stands for all, what may be absent is left out. */
function plain(term: string): string {
  return term
    .replace(/^[=!]+/, '')
    .replace(/\[([^|\]]*)\|[^\]]*\]/g, '$1…')
    .replace(/\([^)]*\)/g, '')
    .trim()
}

function sharedLines({ title, outlets }: SharedStory): readonly string[] {
  return [`  ${title}`, `      ${outlets.join(', ')}`]
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

function rounded(score: number): string {
  return String(Math.round(score * 100) / 100)
}
