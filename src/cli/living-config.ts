import { KaynakError, type Log } from '../model/index.ts'
import type { Io } from './io.ts'
import { type LoadedConfig, loadConfig } from './load-config.ts'

/** The config of a program that stays: asked for again at each pass. */
export type LivingConfig = { readonly current: () => Promise<LoadedConfig> }

/** Reads the file anew each time. One that has become unusable is said once, and the last good one stays in force. */
export function livingConfig(
  first: LoadedConfig,
  file: string,
  { io, log }: { readonly io: Io; readonly log: Log },
): LivingConfig {
  let good = first
  let said: string | undefined
  return {
    async current() {
      try {
        const loaded = await loadConfig(file, io)
        const isSame = JSON.stringify(loaded) === JSON.stringify(good)
        if (!isSame) {
          log('info', 'config.reloaded', { sources: loaded.config.sources.length })
          for (const problem of loaded.problems) log('warn', 'config.source-left-out', { problem: problem.text })
        }
        good = loaded
        said = undefined
      } catch (problem) {
        if (!(problem instanceof KaynakError)) throw problem
        if (problem.message !== said) log('error', 'config.rejected', { why: problem.message, stays: 'the last good one' })
        said = problem.message
      }
      return good
    },
  }
}
