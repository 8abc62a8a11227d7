/**
 * What a fleet promises, on the feed farm with 50 ms of latency and a real PostgreSQL: each source read once in an interval, the same bytes
 * as one machine, twice the workers nearly twice as fast, nothing lost or doubled by kills, a database restart survived. Needs the built
 * program and ../shared.
 *
 *     npm run build && node bench/fleet.ts [--n 2000] [--kills 30] [--json FILE]
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { databaseServer } from '../tests/helpers/database-server.ts'
import { contentOf } from '../tests/helpers/fleet.ts'
import { MAIN } from '../tests/helpers/program.ts'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '30' },
    port: { type: 'string', default: '8399' },
    json: { type: 'string' },
  },
})
const FARM = fileURLToPath(new URL('../../shared/tools/feed-farm/farm.mjs', import.meta.url))
if (!existsSync(FARM)) throw new Error('needs ../shared/tools/feed-farm')
const COLD = '2026-01-15T13:00:00Z'
const cwd = await mkdtemp(join(tmpdir(), 'kaynak-bench-fleet-'))
const control = `http://127.0.0.1:${values.port}`
const farm = spawn(process.execPath, [FARM, '--n', values.n, '--latency', '50', '--port', values.port, '--write', cwd])
await once(farm.stdout, 'data')
const list: unknown = JSON.parse(await readFile(join(cwd, 'feeds.json'), 'utf8'))
await writeFile(
  join(cwd, 'feeds.json'),
  JSON.stringify({ ...(typeof list === 'object' ? list : {}), window: { items: 100_000, days: 30 } }),
)
const server = await databaseServer()
const result: Record<string, unknown> = { sources: Number(values.n) }

type Team = { readonly state: string; readonly members: ChildProcess[]; published: number }

function hire(team: Team, words: readonly string[], now: string): ChildProcess {
  const env = { PATH: process.env['PATH'], KAYNAK_STATE: team.state }
  const member = spawn(process.execPath, [MAIN, 'work', '--now', now, ...words], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  member.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    team.published += text.split('"fleet.published"').length - 1
    if (text.includes('"level":"error"')) process.stderr.write(text)
  })
  member.on('exit', (code) => {
    if (code !== null && code !== 0) process.stderr.write(`a worker ended with ${code}: ${said.slice(-500)}\n`)
  })
  team.members.push(member)
  return member
}

async function aTeam(state?: string): Promise<Team> {
  return { state: state ?? (await server.fresh()), members: [], published: 0 }
}

async function dismiss({ members }: Team): Promise<void> {
  const left = members.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  const exits = left.map((member) => once(member, 'exit'))
  for (const member of left) member.kill('SIGTERM')
  await Promise.all(exits)
  members.splice(0)
}

async function requests(): Promise<number> {
  const stats: unknown = await (await fetch(`${control}/__stats`)).json()
  return typeof stats === 'object' && stats !== null && 'requests' in stats ? Number(stats.requests) : Number.NaN
}

async function isSame(output: string): Promise<boolean> {
  const [one, other] = await Promise.all([contentOf(join(cwd, output)), contentOf(join(cwd, 'alone'))])
  const differ = [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file))
  if (differ.length > 0) console.log(`differ: ${differ.slice(0, 5).join(' ')} (${differ.length} of ${other.size})`)
  return differ.length === 0
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await setTimeout(100)
}

async function count(state: string, sql: string, given: readonly unknown[] = []): Promise<number> {
  const client = new Client(state)
  await client.connect()
  const { rows } = await client.query<{ n: string }>(sql, [...given])
  await client.end()
  return Number(rows[0]?.n)
}

function tell(what: string, figures: object): void {
  result[what] = figures
  console.log(what, JSON.stringify(figures))
}

async function reset(): Promise<void> {
  await fetch(`${control}/__reset`)
}

const alone = performance.now()
spawnSync(process.execPath, [MAIN, 'run', '--now', COLD, '--state', 'alone.db', '--output', 'alone', '--quiet'], {
  cwd,
  stdio: 'inherit',
})
tell('one machine', { seconds: since(alone), requests: await requests() })

const four = await aTeam()
await reset()
const began = performance.now()
for (let n = 0; n < 4; n++) hire(four, ['--output', 'four'], COLD)
await until(() => four.published > 0)
const seconds = since(began)
await dismiss(four)
const sql = 'SELECT xact_commit + xact_rollback AS n FROM pg_stat_database WHERE datname = current_database()'
const writes = 'SELECT tup_inserted + tup_updated + tup_deleted AS n FROM pg_stat_database WHERE datname = current_database()'
const load = { transactions: await count(four.state, sql), rowsWritten: await count(four.state, writes) }
tell('four workers', { seconds, requests: await requests(), isSame: await isSame('four'), ...load })

const rates: number[][] = [[], []]
for (let round = 0; round < 6; round++) {
  const size = (round % 2) + 1
  const now = new Date(Date.parse(COLD) + (round + 1) * 7 * 3_600_000)
  const team = await aTeam(four.state)
  await reset()
  for (let n = 0; n < size; n++)
    hire(team, ['--output', 'four', '--concurrency', '4', ...(n > 0 ? ['--no-publish'] : [])], now.toISOString())
  await until(async () => (await requests()) >= Number(values.n) / 10) // all are there and busy
  const from = { at: performance.now(), requests: await requests() }
  await until(async () => (await requests()) >= Number(values.n) * 0.4)
  rates[size - 1]?.push(((await requests()) - from.requests) / ((performance.now() - from.at) / 1_000))
  await dismiss(team) // what is left falls due in the next round
}
const [one = 0, two = 0] = rates.map((list) => Math.round(median(list)))
tell('readings a second, latency-bound', { one, two, ratio: Math.round((two / one) * 100) / 100 })

const shot = await aTeam()
await reset()
for (let n = 0; n < 4; n++) hire(shot, ['--output', 'shot'], COLD)
await until(async () => (await requests()) > 50)
for (let kill = 0; kill < Number(values.kills); kill++) {
  await setTimeout(100 + Math.random() * 600)
  const live = shot.members.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  live[Math.floor(Math.random() * live.length)]?.kill('SIGKILL')
  hire(shot, ['--output', 'shot'], COLD)
}
const readWhile = await requests()
await until(async () => (await count(shot.state, 'SELECT count(*) AS n FROM kaynak_fleet.turn WHERE due <= $1', [COLD])) === 0)
const before = shot.published
await until(() => shot.published > before)
await dismiss(shot)
tell('kills', { kills: Number(values.kills), readWhile, requests: await requests(), isSame: await isSame('shot') })

const cut = await aTeam()
await reset()
for (let n = 0; n < 2; n++) hire(cut, ['--output', 'cut'], COLD)
await until(async () => (await requests()) > Number(values.n) / 3)
await server.restart()
await until(() => cut.published > 0)
await dismiss(cut)
tell('database restart', { requests: await requests(), isSame: await isSame('cut') })

if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, undefined, 1)}\n`)
farm.kill()
await server.close()
await rm(cwd, { recursive: true, force: true })

function since(ms: number): number {
  return Math.round((performance.now() - ms) / 100) / 10
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
}
