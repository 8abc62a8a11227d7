import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConfigChecks, parseConfig } from '../../src/config/index.ts'
import { createFetch } from '../../src/fetch/index.ts'
import { compileTopic, shippedTopic } from '../../src/match/index.ts'
import type { Store } from '../../src/model/index.ts'
import { createParser, type PassReport, type PassRequest, runPass } from '../../src/pipeline/index.ts'
import { openSqliteStore } from '../../src/store/index.ts'

const NO_CHECKS: ConfigChecks = { schedule: () => undefined, selector: () => undefined, allowance: () => undefined }

/** A newsroom of one test: its own state and output, passes at the moments that the test names, over real HTTP on loopback. */
export type Newsroom = {
  readonly output: string
  readonly store: Store
  readonly pass: (at: string, options?: { readonly rules?: string } & Partial<PassRequest>) => Promise<PassReport>
  readonly close: () => Promise<void>
}

/** @param config the text of a feeds.json; @param allowPrivate HOST:PORT of the test's own servers */
export async function newsroom(config: object, allowPrivate: readonly string[]): Promise<Newsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-flow-'))
  const output = join(folder, 'output')
  const { store } = await openSqliteStore(':memory:')
  const whole = { title: 'Test', fetch: { perHost: 8, gapMs: 0, allowPrivate, timeoutMs: 20_000 }, ...config }
  const reading = parseConfig(JSON.stringify(whole), { file: 'feeds.json', checks: NO_CHECKS })
  if (reading.kind !== 'config') throw new Error(reading.problems.map((problem) => problem.text).join('\n'))
  const compiled = compileTopic(shippedTopic('syria'))
  if (compiled.kind !== 'topic') throw new Error(compiled.problems.join('\n'))
  const { topic } = compiled
  return {
    output,
    store,
    async pass(at, { rules = 'test', ...request } = {}) {
      const now = new Date(at)
      const parser = createParser()
      const { fetch, close } = createFetch({
        ...reading.config.fetch,
        maxWireBytes: 5_000_000,
        userAgent: 'kaynak/test',
        clock: { now: () => now },
        log: () => undefined,
      })
      try {
        const desk = { fetch, parser, store, topic, rules, now, jitter: () => 0, log: () => undefined }
        return await runPass({ config: reading.config, output, problems: reading.problems, ...request }, desk)
      } finally {
        await Promise.all([close(), parser.close()])
      }
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
