/**
 * A pass over 100 feeds with a small archive behind it, and with a large one: `node bench/archive.ts [ITEMS ...]`, 10,000 and 1,000,000 unless said
 * otherwise (a million take about 6 GB below the temporary folder, and some minutes to write). Goal: 1.5. Needs GNU time.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../src/store/index.ts'
import { median, verdict } from './paired.ts'
import { type Cost, canMeasure, costOf } from './process-cost.ts'
import { fillArchive } from './suite/archive.ts'
import { builtProgram } from './suite/built-program.ts'
import { startFarm } from './suite/farm-process.ts'

const GOAL = 1.5
const ROUNDS = 5

type Passes = { readonly changed: number; readonly unchanged: number; readonly peakMiB: number }

if (canMeasure()) await compare()
else console.log('skipped: needs GNU time')

async function compare(): Promise<void> {
  const [small = 10_000, large = 1_000_000] = process.argv.slice(2).map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-bench-archive-'))
  try {
    const program = builtProgram(folder)
    const few = await passesOver(small, folder, program)
    const many = await passesOver(large, folder, program)
    console.log(verdict('all feeds with news: large / small archive, CPU', many.changed / few.changed, GOAL))
    console.log(verdict('nothing new: large / small archive, CPU', many.unchanged / few.unchanged, GOAL))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first pass publishes the archive, month by month, and does not count. */
async function passesOver(size: number, folder: string, program: string): Promise<Passes> {
  const own = join(folder, String(size))
  mkdirSync(own)
  const state = join(own, 'k.db')
  const { store } = await openSqliteStore(state)
  await fillArchive(store, size)
  await store.close()
  const farm = await startFarm(own, { feeds: 100, port: 8_319 })
  const pass = (now: string): Cost =>
    costOf(process.execPath, [
      ...[program, 'run', '--config', join(own, 'feeds.json'), '--state', state, '--output', join(own, 'output')],
      ...['--now', now, '--force', '--json'],
    ])
  try {
    const costs: { readonly changed: Cost[]; readonly unchanged: Cost[] } = { changed: [], unchanged: [] }
    pass('2026-01-15T13:00:00Z')
    for (let round = 0; round < ROUNDS; round += 1) {
      const now = String((await farm.ask('__mutate?pct=100&items=2'))['clock'])
      costs.changed.push(pass(now))
      costs.unchanged.push(pass(now))
    }
    const cpu = (of: readonly Cost[]): number => median(of.map((cost) => cost.cpuSeconds))
    const found = {
      changed: cpu(costs.changed),
      unchanged: cpu(costs.unchanged),
      peakMiB: median(costs.changed.map((cost) => cost.peakMiB)),
    }
    console.log(
      `${size.toLocaleString('en')} items: ${found.changed.toFixed(2)} s CPU with news, ${found.unchanged.toFixed(2)} s without, ${found.peakMiB.toFixed(0)} MiB`,
    )
    return found
  } finally {
    farm.close()
    rmSync(own, { recursive: true, force: true })
  }
}
