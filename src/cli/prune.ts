import { resolve } from 'node:path'
import { Command } from 'commander'
import { KaynakError } from '../model/index.ts'
import type { PruneReport } from '../pipeline/index.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { type CommonOptions, flag, nowOf, withCommonOptions } from './options.ts'
import type { CommandFile } from './program.ts'

type PruneOptions = CommonOptions & { readonly olderThan?: string; readonly dryRun: boolean }

/** `kaynak prune`: takes what is old out of the state; the published archive stays as it is. */
export const pruneCommand: CommandFile = (io, end) =>
  withCommonOptions(new Command('prune'), io)
    .description('take old stories and decisions out of the state; the published archive stays')
    .option('--older-than <duration>', 'how old, such as 180d')
    .addOption(flag('--dry-run', 'say what would go, and remove nothing', io.env['KAYNAK_DRY_RUN']))
    .action(async (options: PruneOptions) => end(await prune(options, io)))

async function prune(options: PruneOptions, io: Io): Promise<Exit> {
  const [{ loadConfig }, { refuseMissing }, { openStore }, { noLog }, { pruneState }] = await Promise.all([
    import('./load-config.ts'),
    import('./is-begun.ts'),
    import('./wire.ts'),
    import('./no-log.ts'),
    import('../pipeline/index.ts'),
  ])
  const olderThanMs = await ageOf(options)
  const { config } = await loadConfig(options.config, io)
  refuseMissing(options.state, io)
  const store = await openStore(options.state, io, noLog)
  try {
    const lock = await store.lock()
    if (lock === undefined)
      throw new KaynakError('LOCKED', `another pass is at work on ${options.state}: prune again when it has ended`)
    try {
      const output = resolve(io.cwd(), options.output)
      const request = { config, output, olderThanMs, now: nowOf(options), isDryRun: options.dryRun }
      say(await pruneState(request, lock.store), options, io)
      return EXIT.ok
    } finally {
      await lock.release()
    }
  } finally {
    await store.close()
  }
}

/** @throws KaynakError USAGE: how old is old is for the operator to say */
async function ageOf({ olderThan }: PruneOptions): Promise<number> {
  const { durationMs } = await import('../config/index.ts')
  const ms = olderThan === undefined ? undefined : durationMs(olderThan)
  if (ms !== undefined) return ms
  const got = olderThan === undefined ? 'nothing' : JSON.stringify(olderThan)
  throw new KaynakError('USAGE', `--older-than: expected a duration such as 180d, got ${got}`)
}

function say(report: PruneReport, { json, quiet, dryRun, output }: PruneOptions, { stdout }: Io): void {
  const { items, stories, decisions, before, heldBackBy } = report
  if (json) {
    stdout.write(`${JSON.stringify({ ...report, dryRun })}\n`)
    return
  }
  if (quiet) return
  const verb = dryRun ? 'would go' : 'are gone'
  stdout.write(
    `${items} items in ${stories} stories and ${decisions} decisions of before ${before.toISOString().slice(0, 10)} ${verb}\n`,
  )
  if (heldBackBy !== undefined)
    stdout.write(
      `younger ones stay until ${output}/archive/${heldBackBy}.xml is final: a pass after the end of that month writes it\n`,
    )
}
