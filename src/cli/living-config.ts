import { resolve } from 'node:path'
import { KaynakError, type Log } from '../model/index.ts'
import type { Io } from './io.ts'
import { type LoadedConfig, loadConfig } from './load-config.ts'
import { type LoadedTopic, loadTopic } from './load-topic.ts'

/** What a program that stays works by. */
export type Living = { readonly loaded: LoadedConfig; readonly topic: LoadedTopic }

/** The configuration and the topic of a program that stays. */
export type LivingConfig = {
  /** as they are in force now */
  readonly inForce: () => Living
  /** Reads both anew. What has become unusable is said once, and the last good ones stay in force, both of them. */
  readonly reread: () => Promise<Living>
  /** the files whose change is worth reading anew */
  readonly paths: () => readonly string[]
}

/** Reads feeds.json and its topic. @throws KaynakError as `loadConfig` and `loadTopic` do: what never was good cannot be kept to */
export async function livingConfig(file: string, { io, log }: { readonly io: Io; readonly log: Log }): Promise<LivingConfig> {
  let good = await read()
  let said: string | undefined
  sayLeftOut()

  async function read(): Promise<Living> {
    const loaded = await loadConfig(file, io)
    return { loaded, topic: await loadTopic(loaded.config.topic, loaded.folder) }
  }

  function sayLeftOut(): void {
    for (const problem of good.loaded.problems) log('warn', 'config.source-left-out', { problem: problem.text })
  }

  return {
    inForce: () => good,
    paths: () => [resolve(io.cwd(), file), resolve(good.loaded.folder, good.loaded.config.topic)],
    async reread() {
      try {
        const next = await read()
        const isOther = JSON.stringify(next.loaded) !== JSON.stringify(good.loaded)
        const isOtherTopic = next.topic.text !== good.topic.text
        if (isOther || isOtherTopic || said !== undefined) {
          good = next
          said = undefined
          log('info', 'config.reloaded', {
            sources: next.loaded.config.sources.length,
            topic: next.topic.topic.id,
            changed: isOther || isOtherTopic,
          })
          if (isOther) sayLeftOut()
        }
      } catch (problem) {
        if (!(problem instanceof KaynakError)) throw problem
        if (problem.message !== said) log('error', 'config.rejected', { why: problem.message, stays: 'the last good one' })
        said = problem.message
      }
      return good
    },
  }
}
