import { resolve } from 'node:path'
import { KaynakError, type Log, present, type SourceId } from '../model/index.ts'
import { type PassReport, type PassRequest, type Progress, recoverState, runPass } from '../pipeline/index.ts'
import { checkWritable } from '../publish/index.ts'
import type { Io } from './io.ts'
import { isBegun } from './is-begun.ts'
import type { LoadedConfig } from './load-config.ts'
import { type LoadedTopic, loadTopic } from './load-topic.ts'
import { type OnFetched, openStore, wire } from './wire.ts'

export type PassOptions = {
  readonly output: string
  readonly state: string
  readonly now: Date
  /** read already, by a program that stays; else the one that the configuration names is read */
  readonly topic?: LoadedTopic
  readonly only?: readonly SourceId[]
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly log: Log
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** told of every answer */
  readonly onFetched?: OnFetched
}

/**
 * One pass with everything around it: the output proved writable before anything is asked for, the state opened, its lock held.
 * @throws KaynakError LOCKED when another pass holds the lock, and whatever the rooms throw for disk and state
 */
export async function passOnce({ config, problems, folder }: LoadedConfig, options: PassOptions, io: Io): Promise<PassReport> {
  const { output, state, now, log, signal, onFetched, topic: _, ...asked } = options
  const directory = resolve(io.cwd(), output)
  const dryRun = options.dryRun === true
  const topic = options.topic ?? (await loadTopic(config.topic, folder))
  if (!dryRun) await checkWritable(directory)
  const untouched = dryRun && !isBegun(state, io) // a dry run leaves no trace, not even an empty state
  const store = await openStore(untouched ? ':memory:' : state, io, log)
  try {
    const lock = dryRun ? undefined : await store.lock()
    if (!dryRun && lock === undefined)
      throw new KaynakError('LOCKED', `another pass is at work on ${state}; this one leaves it to it`)
    try {
      const { desk, close } = wire(present({ config, topic, store, lock, now, log, io, signal, onFetched }))
      try {
        const where = { config, output: directory, now }
        const recovery = dryRun && !untouched ? undefined : await recoverState(where, desk)
        const request: PassRequest = present({ ...asked, config, problems, output: directory, recovery })
        return await runPass(request, desk)
      } finally {
        await close()
      }
    } finally {
      await lock?.release()
    }
  } finally {
    await store.close()
  }
}
