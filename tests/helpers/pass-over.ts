import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConfigChecks, parseConfig } from '../../src/config/index.ts'
import { createFetch } from '../../src/fetch/index.ts'
import { compileTopic, shippedTopic } from '../../src/match/index.ts'
import { type ItemId, present, type Store } from '../../src/model/index.ts'
import {
  createPages,
  createParser,
  type Desk,
  type PassReport,
  type PassRequest,
  restoreItems,
  retractItems,
  runPass,
} from '../../src/pipeline/index.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { loadLanguageDetector } from '../../src/text/index.ts'

const NO_CHECKS: ConfigChecks = { schedule: () => undefined, selector: () => undefined, allowance: () => undefined }

type PassOptions = {
  readonly rules?: string
  readonly signal?: AbortSignal
  readonly jitter?: () => number
} & Partial<PassRequest>

/** A newsroom of one test: its own state and output, passes at the moments that the test names, over real HTTP on loopback. */
export type Newsroom = {
  readonly output: string
  readonly store: Store
  readonly pass: (at: string, options?: PassOptions) => Promise<PassReport>
  /** withdraws an item in the operator's name, or takes that back when no reason is given */
  readonly retract: (at: string, id: ItemId, reason?: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** @param text the content of a feeds.json; @param allowPrivate HOST:PORT of the test's own servers */
export async function newsroom(text: object, allowPrivate: readonly string[]): Promise<Newsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-flow-'))
  const output = join(folder, 'output')
  const { store } = await openSqliteStore(':memory:')
  const whole = { title: 'Test', fetch: { perHost: 8, gapMs: 0, allowPrivate, timeoutMs: 20_000 }, ...text }
  const reading = parseConfig(JSON.stringify(whole), { file: 'feeds.json', checks: NO_CHECKS })
  if (reading.kind !== 'config') throw new Error(reading.problems.map((problem) => problem.text).join('\n'))
  const compiled = compileTopic(shippedTopic('syria'))
  if (compiled.kind !== 'topic') throw new Error(compiled.problems.join('\n'))
  const { topic } = compiled
  const { config } = reading

  async function withDesk<T>(
    at: string,
    { rules = 'test', jitter = () => 0 }: Pick<PassOptions, 'rules' | 'jitter'>,
    work: (desk: Desk) => Promise<T>,
  ): Promise<T> {
    const now = new Date(at)
    const parser = createParser()
    const { fetch, close } = createFetch({
      ...config.fetch,
      maxWireBytes: 5_000_000,
      userAgent: 'kaynak/test',
      clock: { now: () => now },
      log: () => undefined,
    })
    try {
      return await work({
        fetch,
        parser,
        pages: createPages(fetch),
        store,
        topic,
        rules,
        now,
        jitter,
        detector: loadLanguageDetector,
        log: () => undefined,
      })
    } finally {
      await Promise.all([close(), parser.close()])
    }
  }

  return {
    output,
    store,
    pass: (at, { rules, jitter, signal, ...request } = {}) =>
      withDesk(at, present({ rules, jitter }), (desk) =>
        runPass({ config, output, problems: reading.problems, ...request }, signal === undefined ? desk : { ...desk, signal }),
      ),
    retract: (at, id, reason) =>
      withDesk(at, {}, async (desk) => {
        const [item, withdrawn] = [await store.item(id), await store.withdrawal(id)]
        if (reason !== undefined && item !== undefined) await retractItems([item], reason, { config, output, desk })
        if (reason === undefined && withdrawn !== undefined) await restoreItems([withdrawn], { config, output, desk })
      }),
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
