import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const path = (relative: string): string => fileURLToPath(new URL(`../../../../shared/${relative}`, import.meta.url))
const [scorer, truth] = [path('tools/score.mjs'), path('data/extraction/truth.jsonl')]
const isHere = existsSync(scorer) && existsSync(truth)
if (!isHere) console.warn('SKIPPED: the figures of the extraction need ../shared')

describe.skipIf(!isHere)('kaynak extract: figures (needs ../shared)', () => {
  it('finds the articles of labelled pages as well as it did, without a failure', { timeout: 120_000 }, () => {
    const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
    const limits = ['--min', 'zyte.f1=0.975,wcxb.wordF1=0.955', '--max', 'crashes=0']
    const { status, stderr } = spawnSync(
      process.execPath,
      [scorer, 'extraction', truth, '--json', ...limits, '--', process.execPath, main, 'extract'],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })
})
