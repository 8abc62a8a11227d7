import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Call, callsOf } from './calls.ts'
import { type Farm, openFarm } from './farm.ts'
import { type Ending, runProgram } from './program-run.ts'
import { type Remains, remainsIn, stateIn } from './remains.ts'

/** A pass that is to be disturbed, with what it begins from and what it leaves when nobody disturbs it. */
export type Scene = {
  readonly name: string
  readonly program: string
  readonly words: readonly string[]
  /** a fresh folder as the pass finds it */
  readonly folder: () => string
  readonly before: Remains
  readonly after: Remains
  readonly state: readonly string[]
  readonly calls: readonly Call[]
  /** how long the pass takes undisturbed */
  readonly ms: number
  readonly farm: Farm
}

const MORNING = '2026-11-20T12:00:00Z'
const EVENING = '2026-11-20T20:00:00Z'

/** The scenes in their order; each is at an end when the next one is asked for, since they share the outlets. */
export async function* scenes(program: string, root: string): AsyncIterable<Scene> {
  const farm = await openFarm()
  try {
    const nothing = template(root, farm, { statusFeed: true })
    yield await prepared({ name: 'first pass', program, words: words(MORNING), farm }, nothing)
    const morning = copyOf(nothing)
    await undisturbed({ program, folder: morning, words: words(MORNING) })
    configure(morning, farm, {}) // without its feed of health: a file is taken away
    farm.turn('evening')
    yield await prepared({ name: 'next pass', program, words: words(EVENING), farm }, morning)
  } finally {
    await farm.close()
  }
}

function words(now: string): readonly string[] {
  return ['run', '--now', now]
}

type Plan = Pick<Scene, 'name' | 'program' | 'words' | 'farm'>

async function prepared(plan: Plan, from: string): Promise<Scene> {
  const { program, words } = plan
  const folder = copyOf(from)
  const { ms } = await undisturbed({ program, folder, words })
  const after = remainsIn(folder)
  const traced = copyOf(from)
  const calls = await callsOf({ program, folder: traced, words })
  return { ...plan, folder: () => copyOf(from), before: remainsIn(from), after, state: await stateIn(folder), calls, ms }
}

async function undisturbed(order: Parameters<typeof runProgram>[0]): Promise<Ending> {
  const ending = await runProgram(order)
  if (ending.exit !== 0 || ending.stderr !== '') throw new Error(`the undisturbed pass failed: ${ending.exit} ${ending.stderr}`)
  return ending
}

function template(root: string, farm: Farm, more: object): string {
  const folder = mkdtempSync(join(root, 'pass-'))
  configure(folder, farm, more)
  mkdirSync(join(folder, 'output')) // it may hold what is not ours
  writeFileSync(join(folder, 'output/robots.txt'), 'User-agent: *\n')
  return folder
}

function configure(folder: string, farm: Farm, more: object): void {
  const fetch = { allowPrivate: farm.hosts, gapMs: 0, timeoutMs: 60_000 } // a crowded machine is no trouble of theirs
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ title: 'News', homePage: 'https://feeds.example/', fetch, sources: farm.sources, ...more }),
  )
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(`${folder.replace(/-[^-]*$/, '')}-`)
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true })
  for (const log of ['calls.log', 'injected.log']) rmSync(join(copy, log), { force: true })
  return copy
}
