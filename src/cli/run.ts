import { Command } from 'commander'
import { KaynakError, type SourceId } from '../model/index.ts'
import type { PassReport } from '../pipeline/index.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { type CommonOptions, flag, nowOf, withCommonOptions } from './options.ts'
import type { CommandFile } from './program.ts'

type RunOptions = CommonOptions & {
  readonly only?: readonly string[]
  readonly force: boolean
  readonly dryRun: boolean
  readonly strict: boolean
}

/** `kaynak run`: one pass, then exit. */
export const runCommand: CommandFile = (io, end) =>
  withCommonOptions(new Command('run'), io)
    .description('one pass over the sources that are due: the cron job')
    .option('--only <id...>', 'only these sources, due or not')
    .addOption(flag('--force', 'ask every source, due or not', io.env['KAYNAK_FORCE']))
    .addOption(flag('--dry-run', 'judge, but store and publish nothing', io.env['KAYNAK_DRY_RUN']))
    .addOption(flag('--strict', 'exit 3 when any source failed; refuse a wrong source in feeds.json', io.env['KAYNAK_STRICT']))
    .action(async (options: RunOptions) => end(await run(options, io)))

async function run(options: RunOptions, io: Io): Promise<Exit> {
  const { loadConfig } = await import('./load-config.ts')
  const { passOnce } = await import('./pass-once.ts')
  const { progressLine } = await import('./progress.ts')
  const { untilStopped } = await import('./signals.ts')
  const loaded = await loadConfig(options.config, io, { strict: options.strict })
  for (const problem of loaded.problems) io.stderr.write(`kaynak: ${problem.text} (this source is left out)\n`)
  const only = options.only === undefined ? undefined : await knownIds(options.only, loaded.config.sources)
  const progress = progressLine(io)
  const { noLog } = await import('./no-log.ts')
  const report = await untilStopped((signal) =>
    passOnce(
      loaded,
      {
        output: options.output,
        state: options.state,
        dryRun: options.dryRun,
        now: nowOf(options),
        log: noLog,
        signal,
        force: options.force || only !== undefined,
        ...(only === undefined ? {} : { only }),
        ...(options.quiet || options.json ? {} : { onProgress: progress.show }),
      },
      io,
    ).finally(progress.clear),
  )
  await say(report, options, io)
  return exitOf(report, options.strict)
}

async function say(report: PassReport, options: RunOptions, io: Io): Promise<void> {
  for (const trouble of report.recovered?.troubles ?? []) io.stderr.write(`kaynak: ${trouble}\n`)
  if (options.json) {
    io.stdout.write(`${JSON.stringify(report)}\n`)
  } else if (!options.quiet) {
    const { summary } = await import('./summary.ts')
    io.stdout.write(summary(report, { width: io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : 200, where: options.output }))
  } else if (nothingRead(report)) {
    io.stderr.write(`kaynak: none of the ${report.pass.failed} sources that were due could be read\n`)
  }
}

function nothingRead({ pass }: PassReport): boolean {
  return pass.failed > 0 && pass.read + pass.unchanged === 0
}

function exitOf(report: PassReport, strict: boolean): Exit {
  if (nothingRead(report) || (strict && report.pass.failed > 0)) return EXIT.nothingRead
  return report.pass.interrupted ? EXIT.unexpected : EXIT.ok
}

/** The ids of `--only`, each of them known. @throws KaynakError USAGE naming the one that is not */
async function knownIds(ids: readonly string[], sources: readonly { readonly id: SourceId }[]): Promise<readonly SourceId[]> {
  const { unknownSource } = await import('../config/index.ts')
  return ids
    .flatMap((id) => id.split(','))
    .map((id) => {
      const known = sources.find((source) => source.id === id)
      if (known === undefined)
        throw new KaynakError(
          'USAGE',
          `--only: ${unknownSource(
            id,
            sources.map((source) => source.id),
          )}`,
        )
      return known.id
    })
}
