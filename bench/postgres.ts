/**
 * What a large archive in PostgreSQL costs a worker: the same claims, readings, commits, placements and newest stories over a state with
 * millions of items and over one without, turn by turn in one run. Times by the clock, and of the processor: this process and the server's
 * together, which other work on the machine disturbs less. Goals are medians of ratios.
 *
 *     node bench/postgres.ts [--items 5000000] [--rounds 15] [--outlets 2000] [--url postgres://USER@HOST/postgres] [--json FILE]
 *
 * Five million items take 35 GB below the temporary folder, and minutes to write; a million shows the same sooner. `--url` names a server that
 * runs already: the databases kaynak_bench_0 and kaynak_bench_ITEMS stay there, and the next run begins with them.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import type { Store } from '../src/model/index.ts'
import { giveHistory } from '../tests/helpers/database-history.ts'
import { databaseServer } from '../tests/helpers/database-server.ts'
import { median, verdict } from './paired.ts'
import { type Cost, type Meter, meterOn } from './volume/backends.ts'
import { editionAfter, editionMoment, outlets } from './volume/newsroom.ts'
import { type HandWorker, handWorker } from './volume/worker.ts'

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '5000000' },
    rounds: { type: 'string', default: '15' },
    outlets: { type: 'string', default: '2000' },
    url: { type: 'string' },
    json: { type: 'string' },
  },
})
const GOAL = 1.5
/** Hosts of a claim, and claims until a host's turn comes again. */
const HOSTS = 64
const TURNS = 4
/** A question is asked so often in a turn, since once is too short to be measured. */
const TIMES = 20
const EVER = new Date(0)

const items = Number(values.items)
const list = outlets(Number(values.outlets))
const hosts = list.map(({ url }) => new URL(url).host)
const server = values.url === undefined ? await databaseServer() : undefined
const door = values.url ?? (await server?.fresh()) ?? ''

type Side = { readonly worker: HandWorker; readonly meter: Meter }

async function sideOf(name: string, past: number): Promise<Side> {
  const url = new URL(door)
  url.pathname = name
  await created(name)
  const worker = await handWorker(url.href, list)
  if ((await worker.store.counts()).items === 0) {
    for (let turn = 0; turn < TURNS; turn++) await worker.cycle(hostsOf(turn), 0)
    await worker.place()
    const began = performance.now()
    const say = (line: string): void =>
      void process.stderr.write(`\r${line}, ${Math.round((performance.now() - began) / 1_000)} s `)
    if (past > 0) await giveHistory(url.href, { items: past, outlets: list.length, until: editionMoment(-8) }, say)
    if (past > 0) process.stderr.write('\n')
  }
  return { worker, meter: await meterOn(url.href) }
}

async function created(name: string): Promise<void> {
  const client = new Client(door)
  await client.connect()
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`)
  await client.end()
}

function hostsOf(turn: number): readonly string[] {
  return hosts.slice((turn % TURNS) * HOSTS, ((turn % TURNS) + 1) * HOSTS)
}

async function asked(store: Store, perSource?: number): Promise<void> {
  for (let time = 0; time < TIMES; time++)
    await store.stories({ limit: 200, since: EVER, ...(perSource === undefined ? {} : { perSource }) })
}

const steps: Readonly<Record<string, (worker: HandWorker, round: number) => Promise<unknown>>> = {
  'claim, read, store': ({ cycle }, round) => cycle(hostsOf(round), first + round),
  place: ({ place }) => place(),
  'newest 200': ({ store }) => asked(store),
  'newest 200, 50 of a source': ({ store }) => asked(store, 50),
  'newest 200, 1 of a source': ({ store }) => asked(store, 1),
}
const WHOLE = 'claim, read, store, place'

const empty = await sideOf('kaynak_bench_0', 0)
const full = await sideOf(`kaynak_bench_${items}`, items)
const states = await Promise.all([empty, full].map(({ worker }) => worker.store.sourceStates()))
const first = Math.max(...states.map(editionAfter))
const costs = new Map<string, { readonly empty: Cost[]; readonly full: Cost[] }>()

for (let round = 0; round < Number(values.rounds); round++) {
  const order = round % 2 === 0 ? (['empty', 'full'] as const) : (['full', 'empty'] as const)
  for (const [what, step] of Object.entries(steps))
    for (const side of order) {
      const { worker, meter } = side === 'empty' ? empty : full
      const cost = await meter.cost(() => step(worker, round))
      const known = costs.get(what) ?? { empty: [], full: [] }
      costs.set(what, known)
      known[side].push(cost)
    }
}
costs.set(WHOLE, { empty: sums('empty'), full: sums('full') })

const { items: held } = await full.worker.store.counts()
console.log(
  `\n${held.toLocaleString('en')} items of ${list.length} outlets against ${(await empty.worker.store.counts()).items.toLocaleString('en')}`,
)
const result: Record<string, unknown> = { items: held, outlets: list.length }
for (const what of [WHOLE, ...Object.keys(steps)]) {
  const cost = costs.get(what) ?? { empty: [], full: [] }
  const times = what.startsWith('newest') ? TIMES : 1
  const ratios = {
    cpu: ratioOf(cost, cpuOf),
    wall: ratioOf(cost, ({ wallMs }) => wallMs),
    server: ratioOf(cost, ({ serverMs }) => serverMs),
  }
  const ms = (of: readonly Cost[]) => Math.round((median(of.map(cpuOf)) / times) * 100) / 100
  result[what] = { ...ratios, emptyMs: ms(cost.empty), fullMs: ms(cost.full) }
  console.log(`${verdict(`${what}: processor`, ratios.cpu, GOAL)}   ${ms(cost.empty)} and ${ms(cost.full)} ms`)
  console.log(`  clock ${ratios.wall.toFixed(2)}, server's processor alone ${ratios.server.toFixed(2)}`)
}
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, undefined, 1)}\n`)
for (const { worker, meter } of [empty, full]) {
  await meter.close()
  await worker.close()
}
await server?.close()

function sums(side: 'empty' | 'full'): Cost[] {
  const reads = costs.get('claim, read, store')?.[side] ?? []
  const places = costs.get('place')?.[side] ?? []
  return reads.map((read, at) => {
    const { wallMs = 0, clientMs = 0, serverMs = 0 } = places[at] ?? {}
    return { wallMs: read.wallMs + wallMs, clientMs: read.clientMs + clientMs, serverMs: read.serverMs + serverMs }
  })
}

function ratioOf(cost: { readonly empty: readonly Cost[]; readonly full: readonly Cost[] }, of: (cost: Cost) => number): number {
  return median(cost.full.map((one, at) => of(one) / of(cost.empty[at] ?? one)))
}

function cpuOf({ clientMs, serverMs }: Cost): number {
  return clientMs + serverMs
}
