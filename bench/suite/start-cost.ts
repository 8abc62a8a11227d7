import { median } from '../paired.ts'
import { costOf } from '../process-cost.ts'
import { type Ratio, rounded } from './results.ts'

const ROUNDS = 21

/** How long the program takes to say its version, against an empty one. */
export function startCost(program: string): Ratio {
  const wallOf = (words: readonly string[]): number => {
    const begun = performance.now()
    costOf(process.execPath, words)
    return performance.now() - begun
  }
  const ratios = Array.from({ length: ROUNDS }, () => wallOf([program, '--version']) / wallOf(['-e', '0']))
  return { name: 'kaynak --version / an empty program, wall', value: rounded(median(ratios)), goal: 1.5 }
}
