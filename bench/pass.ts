/**
 * Whole passes of the built program over the feed farm, cold and warm, beside what one would script (naive.mjs), what Node cannot go below
 * (floors.mjs) and curl: `node bench/pass.ts [FEEDS] [ROUNDS]`. Turn by turn; processor time, since machines are shared; medians of the
 * ratios. Needs ../shared/tools/feed-farm and GNU time. The program is built into a folder of its own, which goes afterwards.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, verdict } from './paired.ts'
import { type Cost, canMeasure, costOf } from './process-cost.ts'

const PORT = 8_317
const NOW = '2026-01-15T13:00:00Z'
const TURNS = ['cold', 'naive', 'scan', 'fetch', 'warm', 'curl'] as const
type Turn = (typeof TURNS)[number]
type Round = Readonly<Partial<Record<Turn, Cost>>>

const root = fileURLToPath(new URL('..', import.meta.url))
const tools = fileURLToPath(new URL('../../shared/tools/feed-farm/', import.meta.url))
const feeds = Number(process.argv[2] ?? 1_000)
const rounds = Number(process.argv[3] ?? 3)

if (!existsSync(tools)) console.log('skipped: needs ../shared/tools/feed-farm')
else if (!canMeasure()) console.log('skipped: needs GNU time')
else await compare()

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-bench-pass-'))
  let farm: ChildProcess | undefined
  try {
    const program = built(folder)
    farm = await startFarm(folder)
    report(Array.from({ length: rounds }, () => round(folder, program)))
  } finally {
    farm?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The program as users run it: compiled, with its packages beside it. */
function built(folder: string): string {
  const program = join(folder, 'program')
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(root, 'tsconfig.json'), '--outDir', join(program, 'dist')])
  cpSync(join(root, 'package.json'), join(program, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'))
  return join(program, 'dist/main.js')
}

async function startFarm(folder: string): Promise<ChildProcess> {
  const words = [join(tools, 'farm.mjs'), '--n', String(feeds), '--port', String(PORT), '--write', folder]
  const farm = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    farm.stdout.on('data', (said: Buffer) => said.includes('ready') && resolve())
    farm.on('exit', (code) => reject(new Error(`the farm ended with ${code}`)))
  })
  const urls = readFileSync(join(folder, 'urls.txt'), 'utf8').trim().split('\n')
  writeFileSync(join(folder, 'curl.txt'), urls.map((url) => `url = "${url}"\noutput = "/dev/null"\n`).join(''))
  return farm
}

function round(folder: string, program: string): Round {
  const file = (name: string): string => join(folder, name)
  for (const name of ['state.db', 'state.db-wal', 'state.db-shm', 'output']) rmSync(file(name), { recursive: true, force: true })
  const pass = (...more: readonly string[]): Cost =>
    costOf(process.execPath, [
      ...[program, 'run', '--config', file('feeds.json'), '--state', file('state.db'), '--output', file('output')],
      ...['--now', NOW, '--json', ...more],
    ])
  const tool = (...words: readonly string[]): Cost => costOf(process.execPath, words, root)
  const since = ['-H', 'If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT']
  const cold = pass()
  assertKept(cold.stdout, file('expected.json'))
  return {
    cold,
    naive: tool(join(tools, 'naive.mjs'), file('urls.txt'), file('naive')),
    scan: tool(join(tools, 'floors.mjs'), 'scan', file('urls.txt')),
    fetch: tool(join(tools, 'floors.mjs'), 'fetch', file('urls.txt')),
    warm: pass('--force'),
    ...(spawnSync('curl', ['--version']).status === 0
      ? { curl: costOf('curl', ['-s', '-Z', '--parallel-max', '64', ...since, '-K', file('curl.txt')]) }
      : {}),
  }
}

/** Fast and wrong is worth nothing: as many items are kept as the farm says are about the topic. */
function assertKept(report: string, expected: string): void {
  const { pass } = JSON.parse(report)
  const { matches } = JSON.parse(readFileSync(expected, 'utf8'))
  if (pass.kept !== matches) throw new Error(`kept ${pass.kept} items, expected ${matches}`)
}

function report(measured: readonly Round[]): void {
  console.log(`${feeds} feeds, medians of ${rounds} rounds; every item kept that should be, and no other`)
  for (const turn of TURNS) {
    const costs = measured.flatMap((one) => one[turn] ?? [])
    if (costs.length === 0) continue
    const of = (value: (cost: Cost) => number): number => median(costs.map(value))
    const [cpu, wall, peak] = [of((one) => one.cpuSeconds), of((one) => one.wallSeconds), of((one) => one.peakMiB)]
    console.log(`  ${turn.padEnd(8)} ${cpu.toFixed(2)} s CPU, ${wall.toFixed(2)} s wall, ${peak.toFixed(0)} MiB at most`)
  }
  const ratio = (one: Turn, other: Turn): number =>
    median(measured.map((round) => (round[one]?.cpuSeconds ?? Number.NaN) / (round[other]?.cpuSeconds ?? Number.NaN)))
  console.log(verdict('cold / naive, CPU', ratio('cold', 'naive'), 0.45))
  console.log(verdict('cold / fetch and scan, CPU', ratio('cold', 'scan'), 1.3))
  console.log(verdict('warm / curl with If-Modified-Since, CPU', ratio('warm', 'curl'), 4))
  const peak = median(measured.map(({ cold }) => cold?.peakMiB ?? Number.NaN))
  console.log(verdict('peak of a cold pass, MiB', peak, feeds > 1_000 ? 150 : 110))
}
