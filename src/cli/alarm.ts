import { present, type Source, type SourceId, type SourceState } from '../model/index.ts'
import { cleanText } from '../text/index.ts'

/** What somebody should be told, by mail for instance. */
export type Alarm = {
  readonly failing: readonly FailingSource[]
  /** no source at all was asked for so long: the job itself does not run; absent when it does */
  readonly idle?: { readonly since?: Date }
}

type FailingSource = {
  readonly id: SourceId
  readonly name: string
  readonly since: Date
  readonly failures: number
  readonly lastSuccess?: Date
  readonly message: string
}

type Known = { readonly sources: readonly Source[]; readonly states: ReadonlyMap<SourceId, SourceState>; readonly now: Date }

/** The sources that are on and have failed for so long, the longest first; undefined when there is nothing to tell. */
export function alarmOf({ sources, states, now }: Known, sinceMs: number): Alarm | undefined {
  const on = sources.filter(({ enabled }) => enabled)
  const failing = on
    .flatMap((source) => failingSource(source, states.get(source.id)) ?? [])
    .filter(({ since }) => now.getTime() - since.getTime() >= sinceMs)
    .toSorted((a, b) => a.since.getTime() - b.since.getTime() || (a.id < b.id ? -1 : 1))
  const last = Math.max(...on.map(({ id }) => states.get(id)?.lastAttempt?.getTime() ?? Number.NEGATIVE_INFINITY))
  const isIdle = on.length > 0 && now.getTime() - last >= sinceMs
  if (failing.length === 0 && !isIdle) return undefined
  return present({ failing, idle: isIdle ? present({ since: Number.isFinite(last) ? new Date(last) : undefined }) : undefined })
}

function failingSource({ id, name, url }: Source, state: SourceState | undefined): FailingSource | undefined {
  if (state === undefined || state.url !== url || state.trouble === undefined) return undefined
  const { trouble, failures, failingSince, lastSuccess, lastAttempt } = state
  const since = failingSince ?? lastSuccess ?? lastAttempt
  return since === undefined ? undefined : present({ id, name, since, failures, lastSuccess, message: trouble.message })
}

/** An alarm as the lines of a mail: what is wrong, since when, and what to do. @param time words a moment */
export function alarmLines(
  { failing, idle }: Alarm,
  { age, time }: { readonly age: string; readonly time: (at: Date) => string },
): readonly string[] {
  const lines: string[] = []
  if (idle !== undefined)
    lines.push(
      idle.since === undefined
        ? 'No source has ever been reached: the job that runs kaynak has not run yet, or this machine has no network.'
        : `No source has been reached since ${time(idle.since)}: the job that runs kaynak does not run, or this machine has no network.`,
      'See crontab -l, systemctl status kaynak.timer, or the log of kaynak watch; kaynak run does one pass now.',
    )
  if (failing.length === 0) return lines
  if (lines.length > 0) lines.push('')
  const count = failing.length === 1 ? '1 source could' : `${failing.length} sources could`
  lines.push(`${count} not be read for ${age} or longer:`, '')
  for (const { id, name, since, failures, lastSuccess, message } of failing)
    lines.push(
      `${id} (${cleanText(name)})`,
      `  failing since ${time(since)}, ${failures} ${failures === 1 ? 'time' : 'times'} in a row: ${cleanText(message)}`,
      `  ${lastSuccess === undefined ? 'never read' : `last read ${time(lastSuccess)}`}`,
    )
  const ids = failing.slice(0, 3).map(({ id }) => id)
  return [
    ...lines,
    '',
    `Try them now: kaynak sources check ${ids.join(' ')}${failing.length > ids.length ? ' …' : ''}`,
    `Then put the address right in feeds.json, or leave one alone: kaynak sources disable ${ids[0] ?? 'ID'}`,
  ]
}
