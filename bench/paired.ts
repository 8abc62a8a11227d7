/** A piece of work to be measured; what it returns is thrown away. */
export type Work = () => unknown

/** Processor time of this process (user and system, helper threads too) that a piece of work takes, in milliseconds. */
export async function cpuMs(work: Work): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

export type Pairing = { readonly ratio: number; readonly oneMs: number; readonly otherMs: number }

/**
 * What `one` costs against `other`, turn by turn in one process: medians of the ratios and of the times. Each is repeated within its turn
 * until a turn is long enough to be measured; the first turns warm both up and do not count.
 */
export async function paired(one: Work, other: Work, rounds: number): Promise<Pairing> {
  const times = { one: await repetitions(one), other: await repetitions(other) }
  const ratios: number[] = []
  const ones: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const first = await cpuMs(() => repeated(one, times.one))
    const second = await cpuMs(() => repeated(other, times.other))
    ones.push(first / times.one)
    others.push(second / times.other)
    ratios.push(first / times.one / (second / times.other))
  }
  return { ratio: median(ratios), oneMs: median(ones), otherMs: median(others) }
}

/** How often a work is done in one turn of about 150 ms; finding out warms it up. */
async function repetitions(work: Work): Promise<number> {
  await repeated(work, 3)
  const ms = await cpuMs(work)
  return Math.max(1, Math.round(TURN_MS / Math.max(ms, 0.1)))
}

const TURN_MS = 150

async function repeated(work: Work, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await work()
}

/** The middle one; NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** One line of a table of results, with its goal. */
export function verdict(name: string, value: number, goal: number): string {
  return `${name.padEnd(52)} ${value.toFixed(2).padStart(8)}   goal ${String(goal).padStart(5)}   ${value <= goal ? 'met' : 'MISSED'}`
}
