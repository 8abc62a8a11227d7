import type { PassReport, SourceReport } from '../pipeline/index.ts'
import { cleanText } from '../text/index.ts'
import { table } from './table.ts'

/** What a pass did, for a person: a row a source, then the sums and where to look. One line per problem, naming its source. */
export function summary(report: PassReport, { width, where }: { readonly width: number; readonly where: string }): string {
  const { pass, sources } = report
  const lines: string[] = report.recovered === undefined ? [] : [takenUp(report.recovered, where), '']
  const read = sources.filter((source) => source.outcome !== 'failed' && source.outcome !== 'cancelled')
  if (read.length > 0) lines.push(...table([HEAD, ...read.map(row)], width, { right: [1, 2, 3, 4] }), '')
  for (const source of sources)
    if (source.outcome === 'failed') lines.push(`${source.id}: ${cleanText(source.message ?? 'failed')}`)
  if (pass.failed > 0) lines.push('')
  lines.push(sums(report))
  if (pass.interrupted) lines.push('The pass was told to stop before its end; what it had finished is kept.')
  if (pass.failed > 0 && read.length === 0) lines.push(NOTHING_READ)
  if (report.published !== undefined) lines.push(published(report.published, where))
  return `${lines.join('\n')}\n`
}

const NOTHING_READ = `None of the sources that were due could be read, so nothing was published and what was there before stays as it is.
Without a network, \`npm run demo\` in the repository shows a whole pass over a newsroom of its own.`

const HEAD = ['source', 'entries', 'new', 'changed', 'dropped', '']

function row(source: SourceReport): readonly string[] {
  const note = source.outcome === 'unchanged' ? 'unchanged' : (source.warnings[0] ?? '')
  return [
    source.id,
    counted(source.entries),
    counted(source.kept),
    counted(source.changed),
    counted(source.dropped),
    cleanText(note),
  ]
}

function counted(count: number | undefined): string {
  return count === undefined ? '' : count === 0 ? '·' : String(count)
}

function sums({ pass }: PassReport): string {
  const asked = pass.read + pass.unchanged + pass.failed
  if (asked === 0 && pass.interrupted) return 'No source was read.'
  if (asked === 0) return `No source was due (${pass.sources} are watched; --force asks them all the same).`
  const parts = [
    `${many(pass.kept, 'new item')} of ${many(pass.entries, 'entry', 'entries')} from ${many(pass.read + pass.unchanged, 'source')}`,
  ]
  if (pass.changed > 0) parts.push(`${pass.changed} changed`)
  if (pass.copies > 0)
    parts.push(
      pass.copies === 1 ? '1 of them a copy of a story already told' : `${pass.copies} of them copies of stories already told`,
    )
  if (pass.withdrawn > 0) parts.push(`${pass.withdrawn} withdrawn by ${pass.withdrawn === 1 ? 'its source' : 'their sources'}`)
  if (pass.dropped > 0) parts.push(`${pass.dropped} dropped with reasons`)
  if (pass.failed > 0) parts.push(`${many(pass.failed, 'source')} failed`)
  if (pass.notDue > 0) parts.push(`${pass.notDue} not due`)
  return `${parts.join(', ')}.`
}

function takenUp(recovered: NonNullable<PassReport['recovered']>, where: string): string {
  const { stories, items, withdrawn, archived } = recovered
  const parts = [`${many(stories, 'story', 'stories')} of ${many(items, 'item')}`]
  if (withdrawn > 0) parts.push(many(withdrawn, 'withdrawal'))
  if (archived > 0) parts.push(many(archived, 'archived story', 'archived stories'))
  return `The state was empty: ${listed(parts)} taken up again from ${where}.`
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function published({ stories, written, unchanged }: NonNullable<PassReport['published']>, where: string): string {
  const files =
    written.length === 0
      ? `all ${unchanged} files were already so`
      : `${many(written.length, 'file')} written, ${unchanged} unchanged`
  return `${many(stories, 'story', 'stories')} published in ${where} (${files}): open ${where}/index.html, subscribe to ${where}/feed.xml`
}

function many(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : more}`
}
