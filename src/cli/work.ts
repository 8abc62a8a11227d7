import { Command, Option } from 'commander'
import { KaynakError } from '../model/index.ts'
import { EXIT, type Io } from './io.ts'
import { type CommonOptions, type LogOptions, logLevelOf, withCommonOptions, withLogOption } from './options.ts'
import type { CommandFile } from './program.ts'

type WorkOptions = CommonOptions &
  LogOptions & {
    readonly concurrency?: string
    readonly listen?: string
    readonly noPublish?: boolean
    readonly publish: boolean
  }

/** `kaynak work`: stays, and reads for a fleet whose workers share one PostgreSQL. */
export const workCommand: CommandFile = (io, end) =>
  withLogOption(withCommonOptions(new Command('work'), io), io)
    .description('join a fleet whose workers share one PostgreSQL, named by --state')
    .addOption(
      option(
        '--concurrency <n>',
        'so many hosts at a time; default: fetch.concurrency of the list',
        io.env['KAYNAK_CONCURRENCY'],
      ),
    )
    .option('--no-publish', 'never the one that places and publishes')
    .addOption(option('-l, --listen <host:port>', 'serve the output as well, as kaynak serve does', io.env['KAYNAK_LISTEN']))
    .action(async (options: WorkOptions) => {
      await workFor(options, io)
      end(EXIT.ok)
    })

async function workFor(options: WorkOptions, io: Io): Promise<void> {
  const { placeOf } = await import('../fleet/index.ts')
  const place = placeOf(options.state)
  const { eventLog } = await import('./log.ts')
  const { livingConfig } = await import('./living-config.ts')
  const { untilStopped } = await import('./signals.ts')
  const { openStore } = await import('./wire.ts')
  const { gaugesFor } = await import('./gauges-for.ts')
  const { workTerm } = await import('./work-term.ts')
  const log = eventLog(io, logLevelOf(options))
  const publishes = options.publish && !/^(1|true|yes)$/i.test(io.env['KAYNAK_NO_PUBLISH'] ?? '')
  const places = placesOf(options.concurrency)
  const living = await livingConfig(options.config, { io, log })
  const store = await openStore(options.state, io, log)
  const gauges = await gaugesFor(options, log)
  try {
    await untilStopped(async (signal) => {
      const { listen } = options
      const { openDoor } = await import('./open-door.ts')
      const door = listen === undefined ? undefined : await openDoor(options, { listen, io, log, metrics: gauges.read })
      if (door !== undefined) log('info', 'serve.started', { url: door.url, output: options.output })
      try {
        while (!signal.aborted) await workTerm(options, { ...{ place, places, publishes, living, store, io, log, signal } })
      } finally {
        await door?.close()
      }
    })
  } finally {
    gauges.stop()
    await store.close()
  }
}

/** @throws KaynakError USAGE */
function placesOf(concurrency: string | undefined): number | undefined {
  if (concurrency === undefined) return undefined
  const places = /^\d{1,4}$/.test(concurrency) ? Number(concurrency) : 0
  if (places >= 1 && places <= 1_000) return places
  throw new KaynakError('USAGE', `--concurrency: expected a number from 1 to 1000, got ${JSON.stringify(concurrency)}`)
}

function option(flags: string, description: string, value: string | undefined): Option {
  return new Option(flags, description).default(value || undefined, value ? 'set' : undefined)
}
