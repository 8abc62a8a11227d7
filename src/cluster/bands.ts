import { runsOf } from './runs-of.ts'

/**
 * A sample of the runs of a text, the same for the same runs wherever they stand: the `most` runs with the lowest rank, where a run
 * of short words ranks higher (is drawn less) than one of long words and numbers. Each is `mark` and a hash in base 36.
 */
export function runBands(
  words: readonly string[],
  how: { readonly run: number; readonly most: number; readonly mark: string },
): readonly string[] {
  const runs = runsOf(words, how.run)
  const ranks = new Map<number, number>()
  for (const [at, hash] of runs.entries()) ranks.set(hash, rank(hash, words.slice(at, at + how.run)))
  const sample = [...ranks].sort(([a, x], [b, y]) => x - y || a - b).slice(0, how.most)
  return sample.map(([hash]) => `${how.mark}${hash.toString(36)}`)
}

/** Weighted sampling by exponential ranks: the chance to be drawn grows with the weight of the run. */
function rank(hash: number, run: readonly string[]): number {
  let weight = 0.1
  for (const word of run) weight += /\d/.test(word) ? 1 : word.length >= 6 ? 1 : word.length >= 4 ? 0.5 : 0.1
  return -Math.log((hash + 1) / 0x1_0000_0001) / weight
}
