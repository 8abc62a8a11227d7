import type { Cost } from '../process-cost.ts'
import { contestants } from './contestants.ts'
import type { Farm } from './farm-process.ts'
import { type Figure, figureOf, type Ratio, ratioOf } from './results.ts'
import { assertSame, provedPasses, saidBy } from './round.ts'

export type Found = { readonly figures: readonly Figure[]; readonly ratios: readonly Ratio[] }

type Turns = Map<string, Cost[]>

/** Cold and warm passes beside the naive script, the floors and curl, turn by turn; newsboat in the first turn alone, as it takes its time. */
export async function sideBySide(farm: Farm, program: string, rounds: number): Promise<Found> {
  const runs = contestants(program, farm)
  const turns: Turns = new Map()
  for (let round = 0; round < rounds; round += 1) {
    const { cold, warm } = await provedPasses(farm, runs)
    note(turns, 'kaynak, first pass', cold)
    note(turns, 'naive script', runs.naive())
    note(turns, 'fetch and scan', runs.floor('scan'))
    note(turns, 'fetch alone', runs.floor('fetch'))
    note(turns, 'kaynak, nothing changed', warm)
    note(turns, 'curl -Z, 304 alone', runs.curl?.())
    if (round > 0 || farm.feeds > 1_000) continue // with five times as many feeds it takes a quarter of an hour
    note(turns, 'newsboat, first pass', runs.newsboat?.(true))
    runs.newsboat?.(false) // it keeps validators from its second time on
    note(turns, 'newsboat, nothing changed', runs.newsboat?.(false))
  }
  const scenario = `${farm.feeds.toLocaleString('en')} feeds`
  const first = { one: 'kaynak, first pass', of: scenario }
  const again = { one: 'kaynak, nothing changed', of: scenario }
  return {
    figures: figuresOf(turns, scenario),
    ratios: [
      ...against(turns, { ...first, other: 'newsboat, first pass', what: 'wallSeconds', goal: farm.feeds < 500 ? 0.5 : 0.1 }),
      ...against(turns, { ...first, other: 'naive script', what: 'cpuSeconds', goal: 0.45 }),
      ...against(turns, { ...first, other: 'fetch and scan', what: 'cpuSeconds', goal: 1.3 }),
      ...(farm.feeds < 500 // then both are done with starting
        ? []
        : against(turns, { ...again, other: 'newsboat, nothing changed', what: 'wallSeconds', goal: 0.05 })),
      {
        name: `${scenario}: peak of a first pass`,
        value: peak(turns, first.one),
        goal: farm.feeds > 1_000 ? 150 : 110,
        unit: 'MiB',
      },
    ],
  }
}

/** The same feeds at a distance: what the waiting hides. */
export async function farAway(farm: Farm, program: string, rounds: number): Promise<Found> {
  const runs = contestants(program, farm)
  const turns: Turns = new Map()
  await farm.ask('__set?latency=50')
  for (let round = 0; round < rounds; round += 1) {
    const { cold, warm } = await provedPasses(farm, runs)
    note(turns, 'kaynak, first pass', cold)
    note(turns, 'kaynak, nothing changed', warm)
    note(turns, 'curl -Z, 304 alone', runs.curl?.())
  }
  await farm.ask('__set?latency=0')
  const scenario = `${farm.feeds.toLocaleString('en')} feeds, 50 ms away`
  const ratio = {
    one: 'kaynak, nothing changed',
    other: 'curl -Z, 304 alone',
    what: 'wallSeconds',
    goal: 1.2,
    of: scenario,
  } as const
  return { figures: figuresOf(turns, scenario), ratios: against(turns, ratio) }
}

/** Servers that answer everything with a whole document, the same one each time. */
export async function withoutValidators(farm: Farm, program: string, rounds: number): Promise<Found> {
  const runs = contestants(program, farm)
  const turns: Turns = new Map()
  await farm.ask('__set?validators=0')
  runs.cold()
  for (let round = 0; round < rounds; round += 1) {
    const warm = runs.warm()
    assertSame('unchanged documents', saidBy(warm).unchanged, farm.feeds)
    note(turns, 'kaynak, nothing changed', warm)
    note(turns, 'fetch and unpack', runs.floor('unpack'))
  }
  await farm.ask('__set?validators=1')
  const scenario = `${farm.feeds.toLocaleString('en')} feeds, no validators`
  const ratio = {
    one: 'kaynak, nothing changed',
    other: 'fetch and unpack',
    what: 'cpuSeconds',
    goal: 1.3,
    of: scenario,
  } as const
  return { figures: figuresOf(turns, scenario), ratios: against(turns, ratio) }
}

/** Passes after so many of a hundred feeds had two new items each; exactly what is new about the topic is kept. */
export async function changed(farm: Farm, program: string, percents: readonly number[]): Promise<Found> {
  const runs = contestants(program, farm)
  const turns: Turns = new Map()
  runs.cold()
  for (const percent of percents) {
    const { matches, changed, clock } = await farm.ask(`__mutate?pct=${percent}&items=2`)
    const cost = runs.warm(String(clock))
    assertSame(`items kept after ${percent} % changed`, saidBy(cost).kept, Number(matches))
    assertSame(`documents read after ${percent} % changed`, saidBy(cost).read, Number(changed))
    note(turns, `kaynak, ${percent} % changed`, cost)
  }
  return { figures: figuresOf(turns, `${farm.feeds.toLocaleString('en')} feeds`), ratios: [] }
}

function note(turns: Turns, name: string, cost: Cost | undefined): void {
  if (cost === undefined) return
  const costs = turns.get(name)
  if (costs === undefined) turns.set(name, [cost])
  else costs.push(cost)
}

function figuresOf(turns: Turns, scenario: string): readonly Figure[] {
  return [...turns].map(([name, costs]) => figureOf(scenario, name, costs))
}

function peak(turns: Turns, name: string): number {
  return figureOf('', name, turns.get(name) ?? []).peakMiB
}

type Against = {
  readonly one: string
  readonly other: string
  readonly what: 'cpuSeconds' | 'wallSeconds'
  readonly goal: number
  readonly of: string
}

function against(turns: Turns, { one, other, what, goal, of }: Against): readonly Ratio[] {
  const [ones, others] = [turns.get(one) ?? [], turns.get(other) ?? []]
  if (others.length === 0) return []
  const value = ratioOf(ones.slice(0, others.length), others, what)
  return [{ name: `${of}: ${one} / ${other}, ${what === 'cpuSeconds' ? 'CPU' : 'wall'}`, value, goal }]
}
