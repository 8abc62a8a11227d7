import { Command, Option } from 'commander'
import { KaynakError } from '../model/index.ts'
import type { Schedule } from '../schedule/index.ts'
import type { Serving } from '../serve/index.ts'
import { EXIT, type Io } from './io.ts'
import { type CommonOptions, flag, type LogOptions, logLevelOf, nowOf, withCommonOptions, withLogOption } from './options.ts'
import type { CommandFile } from './program.ts'

type WatchOptions = CommonOptions &
  LogOptions & {
    readonly listen?: string
    readonly console: boolean
    readonly consoleToken?: string
    readonly consoleHost?: readonly string[]
  }

/** `kaynak watch`: stays, and runs a pass at once and then at each time that the config's schedule names. */
export const watchCommand: CommandFile = (io, end) =>
  withLogOption(withCommonOptions(new Command('watch'), io), io)
    .description("stay, and run a pass by the config's schedule")
    .addOption(option('-l, --listen <host:port>', 'serve the output as well, as kaynak serve does', io.env['KAYNAK_LISTEN']))
    .addOption(flag('--console', "the operator's console under /console/, with --listen", io.env['KAYNAK_CONSOLE']))
    .addOption(
      option(
        '--console-token <text>',
        'whoever has it may use the console from elsewhere; better set as KAYNAK_CONSOLE_TOKEN',
        io.env['KAYNAK_CONSOLE_TOKEN'],
      ),
    )
    .addOption(
      new Option('--console-host <name...>', 'a name that the console is reached by, behind a proxy').default(
        io.env['KAYNAK_CONSOLE_HOST']?.split(/[\s,]+/).filter((name) => name !== ''),
      ),
    )
    .action(async (options: WatchOptions) => {
      await watch(options, io)
      end(EXIT.ok)
    })

/** How often the files that a daemon works by are looked at. */
const LOOK_MS = 1_000

async function watch(options: WatchOptions, io: Io): Promise<void> {
  if (options.console && options.listen === undefined)
    throw new KaynakError('USAGE', '--console: needs --listen, such as --listen 127.0.0.1:8080')
  const { startSchedule, serviceManager, watchFiles } = await import('../schedule/index.ts')
  const { livingConfig } = await import('./living-config.ts')
  const { passMetrics } = await import('./pass-metrics.ts')
  const { onHangUp, untilAborted, untilStopped } = await import('./signals.ts')
  const { watchRounds } = await import('./watch-rounds.ts')
  const { eventLog } = await import('./log.ts')
  const log = eventLog(io, logLevelOf(options))
  const living = await livingConfig(options.config, { io, log })
  const metrics = passMetrics()
  const manager = serviceManager(io.env, log) // no `using`: TypeScript 6.0.3 then leaves `.ts` in the imports of the same function

  await untilStopped(async (signal) => {
    const rounds = watchRounds({
      output: options.output,
      state: options.state,
      now: () => nowOf(options),
      onReread: keepTime,
      onEnded: ({ pass }) => manager.status(`${pass.kept} new of ${pass.entries} entries at ${pass.at.toISOString()}`),
      ...{ io, log, signal, metrics, living },
    })
    let times: (Schedule & { readonly schedule: string; readonly timeZone: string }) | undefined
    /** A changed schedule is kept from the moment on that it is read. */
    function keepTime(): void {
      const { schedule, timeZone } = living.inForce().loaded.config
      if (signal.aborted || (times?.schedule === schedule && times.timeZone === timeZone)) return
      void times?.stop()
      const onSkipped = (): void => void rounds.turn() // says that it is skipped
      times = { schedule, timeZone, ...startSchedule(schedule, rounds.turn, { timeZone, onSkipped }) }
      log('info', 'watch.scheduled', { schedule, timeZone, next: times.next() })
    }
    async function reload(): Promise<void> {
      await living.reread()
      keepTime()
    }
    const door = await doorOf(options, { io, log, metrics: metrics.read, readNow: (id) => rounds.soon(id ?? 'due') })
    const files = watchFiles({ paths: living.paths, everyMs: LOOK_MS, onChange: reload })
    const forget = onHangUp(() => {
      manager.reloading()
      log('info', 'watch.hung-up')
      void reload().then(() => {
        manager.ready('reloaded')
        rounds.soon('due')
      })
    })
    try {
      log('info', 'watch.started', { sources: living.inForce().loaded.config.sources.length })
      keepTime()
      manager.ready('the first pass is at work')
      await Promise.race([rounds.turn(), untilAborted(signal)]) // whoever starts a daemon wants the news now
      await untilAborted(signal)
    } finally {
      forget()
      files.stop()
      rounds.stop()
      await Promise.all([manager.stopping(), times?.stop(), rounds.settled(), door?.close()])
      log('info', 'watch.stopped')
    }
  }).finally(() => manager[Symbol.dispose]())
}

type DoorParts = Omit<import('./open-door.ts').Door, 'listen' | 'console'> &
  Pick<import('./console/open-console.ts').Errands, 'readNow'>

/** The server beside the passes, where one is asked for, and the console in it. */
async function doorOf({ listen, ...options }: WatchOptions, { readNow, ...parts }: DoorParts): Promise<Serving | undefined> {
  if (listen === undefined) return undefined
  const { openDoor } = await import('./open-door.ts')
  const { openConsole } = await import('./console/open-console.ts')
  const console = options.console ? openConsole({ ...options, listen }, { ...parts, readNow }) : undefined
  const door = await openDoor(options, { ...parts, listen, ...(console === undefined ? {} : { console }) })
  parts.log('info', 'serve.started', { url: door.url, output: options.output })
  if (console !== undefined) parts.log('info', 'console.started', { url: `${door.url}console/` })
  return door
}

function option(flags: string, description: string, value: string | undefined): Option {
  return new Option(flags, description).default(value || undefined, value ? 'set' : undefined)
}
