/**
 * How the SQLite store fares with a large archive: `node bench/store.ts [ITEMS ...]`, 10,000 and 1,000,000 unless said
 * otherwise (a million items take about 6 GB below the temporary folder, removed afterwards, and some minutes to write).
 * Prints the median CPU time of each operation (user and system: other work on the machine disturbs it less than the clock)
 * and its ratio to the smallest archive.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceChange, Store } from '../src/model/index.ts'
import { openSqliteStore } from '../src/store/index.ts'
import { bandsOf, changes, fillArchive, identitiesOf, momentOf, placements, sourceOf, stateOf } from './suite/archive.ts'

const ROUNDS = 15

const sizes = process.argv.slice(2).map(Number)
let base: ReadonlyMap<string, number> | undefined
for (const size of sizes.length > 0 ? sizes : [10_000, 1_000_000]) {
  const figures = await measure(size)
  base ??= figures
  console.log(`\n${size.toLocaleString('en')} items`)
  for (const [what, value] of figures) {
    const ratio = value / (base.get(what) ?? value)
    console.log(`  ${what.padEnd(44)} ${value.toFixed(2).padStart(10)}   x ${ratio.toFixed(2)}`)
  }
}

async function measure(size: number): Promise<ReadonlyMap<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-bench-'))
  const file = join(folder, 'kaynak.db')
  try {
    const filling = performance.now()
    const { store } = await openSqliteStore(file)
    await fillArchive(store, size)
    await store.close()
    const filled = (performance.now() - filling) / 1_000
    return new Map([['filled, s', filled], ['file, MB', statSync(file).size / 1e6], ...(await figuresOf(file, size))])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function figuresOf(file: string, size: number): Promise<ReadonlyMap<string, number>> {
  const opening = performance.now()
  const { store } = await openSqliteStore(file)
  const opened = performance.now() - opening
  const figures = new Map<string, number>([['opened, ms', opened]])
  const since = new Date(0)
  figures.set('newest 200 stories, ms', await median(() => store.stories({ limit: 200, since })))
  figures.set('totals, ms', await median(() => store.counts()))
  figures.set('neighbours of a recent item, ms', await median((round) => neighboursOf(store, size - 1 - round * 7, size)))
  figures.set(
    'an item by its identity, ms',
    await median((round) => store.find(sourceOf(round * 7_919), identitiesOf(round * 7_919))),
  )
  figures.set('states of all sources, ms', await median(() => store.sourceStates()))
  const news = Array.from({ length: ROUNDS }, (_, round) => size + round * 2_000)
  const commits = news.map((from) => changes(from, 2_000, size))
  figures.set('2,000 items in one commit, ms', await median((round) => store.commit(commits[round] ?? [])))
  const places = news.map((from) => placements(from, 2_000))
  figures.set('2,000 items placed, ms', await median((round) => store.place(places[round] ?? [])))
  const states = unchanged(64)
  figures.set('64 states in one commit, ms', await median(() => store.commit(states)))
  await store.close()
  return figures
}

async function median(operation: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage()
    await operation(round)
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1_000)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

function unchanged(count: number): readonly SourceChange[] {
  return Array.from({ length: count }, (_, n) => ({ state: stateOf(sourceOf(n)), items: [], decisions: [] }))
}

function neighboursOf(store: Store, n: number, size: number): Promise<unknown> {
  const moment = momentOf(n, size)
  const around = { from: new Date(moment - 72 * 3_600_000), to: new Date(moment + 72 * 3_600_000) }
  return store.neighbours({ bands: bandsOf(n), urlKey: `nowhere.example/${n}`, ...around })
}
