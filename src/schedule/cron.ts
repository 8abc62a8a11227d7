import { createTask, validateDetailed } from 'node-cron'

/** What is wrong with a cron expression (five fields, or six with seconds first), or undefined when nothing is. */
export function scheduleProblem(expression: string): string | undefined {
  const { valid, errors } = validateDetailed(expression)
  if (valid) return undefined
  const [first] = errors
  const detail = first === undefined ? '' : ` (${first.field}: ${first.message.replace(/\ba invalid\b/, 'an invalid')})`
  return `expected a cron expression such as "*/30 * * * *", got ${JSON.stringify(expression)}${detail}`
}

export type Schedule = {
  /** the next time it falls due; undefined when it never does again */
  readonly next: () => Date | undefined
  /** No run starts any more. Does not wait for one that is under way. */
  readonly stop: () => Promise<void>
}

export type ScheduleOptions = {
  readonly timeZone: string
  /** called when a turn came up while the one before was still running, and was let go */
  readonly onSkipped: () => void
}

/** Calls `run` at each time that the expression names, never twice at once. `run` must not reject. */
export function startSchedule(expression: string, run: () => Promise<void>, { timeZone, onSkipped }: ScheduleOptions): Schedule {
  const quiet = { info: silent, warn: silent, error: silent, debug: silent } // node-cron 4.6 prints coloured lines of its own
  const task = createTask(expression, run, { timezone: timeZone, noOverlap: true, logger: quiet })
  task.on('execution:overlap', onSkipped)
  void task.start()
  return {
    next: () => task.getNextRun() ?? undefined,
    async stop() {
      await task.stop()
      await task.destroy() // node-cron keeps every task in a registry of the module
    },
  }
}

function silent(): void {
  // what is worth saying is said by `run` and `onSkipped`
}
