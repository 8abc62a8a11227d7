import { median } from '../paired.ts'
import type { Cost } from '../process-cost.ts'
import type { StepCost } from './steps.ts'

/** What one program cost over one farm: medians. */
export type Figure = {
  readonly scenario: string
  readonly program: string
  readonly cpuSeconds: number
  readonly wallSeconds: number
  readonly peakMiB: number
  readonly rounds: number
}

/** One figure against another, with its goal; `unit` is empty for a plain ratio. */
export type Ratio = { readonly name: string; readonly value: number; readonly goal: number; readonly unit?: string }

/** Everything that the suite found, as it stands in bench/results.json. */
export type Results = {
  readonly machine: string
  readonly farm: string
  readonly figures: readonly Figure[]
  readonly ratios: readonly Ratio[]
  readonly steps: readonly StepCost[]
}

export function figureOf(scenario: string, program: string, costs: readonly Cost[]): Figure {
  const of = (value: (cost: Cost) => number): number => rounded(median(costs.map(value)))
  return {
    scenario,
    program,
    cpuSeconds: of((cost) => cost.cpuSeconds),
    wallSeconds: of((cost) => cost.wallSeconds),
    peakMiB: Math.round(median(costs.map((cost) => cost.peakMiB))),
    rounds: costs.length,
  }
}

/** The median of the ratios of what ran in turn. */
export function ratioOf(ones: readonly Cost[], others: readonly Cost[], what: 'cpuSeconds' | 'wallSeconds'): number {
  return rounded(median(ones.map((one, at) => one[what] / Math.max(others[at]?.[what] ?? Number.NaN, 0.01))))
}

export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
