import { Command } from 'commander'
import { EXIT, type Io } from './io.ts'
import { type CommonOptions, type LogOptions, logLevelOf, withCommonOptions, withLogOption } from './options.ts'
import type { CommandFile } from './program.ts'

type ServeOptions = CommonOptions & LogOptions & { readonly listen: string }

/** `kaynak serve`: the output over HTTP, until it is told to stop. */
export const serveCommand: CommandFile = (io, end) =>
  withLogOption(withCommonOptions(new Command('serve'), io), io)
    .description('serve the output over HTTP, with /healthz, /metrics and /status')
    .option(
      '-l, --listen <host:port>',
      'where to listen; a port alone means this machine only',
      io.env['KAYNAK_LISTEN'] || '127.0.0.1:8080',
    )
    .action(async (options: ServeOptions) => {
      await serve(options, io)
      end(EXIT.ok)
    })

async function serve(options: ServeOptions, io: Io): Promise<void> {
  const { openDoor } = await import('./open-door.ts')
  const { eventLog } = await import('./log.ts')
  const { untilAborted, untilStopped } = await import('./signals.ts')
  const log = eventLog(io, logLevelOf(options))
  const { gaugesFor } = await import('./gauges-for.ts')
  const gauges = await gaugesFor(options, log) // no `using` beside import(): tsc 6.0 leaves such imports their .ts
  await untilStopped(async (signal) => {
    const door = await openDoor(options, { listen: options.listen, io, log, metrics: gauges.read })
    log('info', 'serve.started', { url: door.url, output: options.output })
    await untilAborted(signal)
    await door.close()
    gauges.stop()
    log('info', 'serve.stopped')
  })
}
