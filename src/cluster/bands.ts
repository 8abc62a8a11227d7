import { runsOf } from './runs-of.ts'

/**
 * A sample of the runs of a text, the same for the same runs wherever they stand: the `most` runs with the lowest rank, where a run
 * of short words ranks higher (is drawn less) than one of long words and numbers. Each is `mark` and a hash in base 36.
 */
export function runBands(
  words: readonly string[],
  how: { readonly run: number; readonly most: number; readonly mark: string },
): readonly string[] {
  const weights = words.map(weight)
  const ranks = new Map<number, number>()
  for (const [at, hash] of runsOf(words, how.run).entries()) {
    let sum = 0
    for (let word = at; word < at + how.run; word += 1) sum += weights[word] ?? 0
    ranks.set(hash, rank(hash, sum))
  }
  const sample = [...ranks].sort(([a, x], [b, y]) => x - y || a - b).slice(0, how.most)
  return sample.map(([hash]) => `${how.mark}${hash.toString(36)}`)
}

/** Weighted sampling by exponential ranks: the chance to be drawn grows with the weight. */
function rank(hash: number, weight: number): number {
  return -Math.log((hash + 1) / 0x1_0000_0001) / (weight + 0.1)
}

/** Long words and figures tell texts apart; short words stand in all. */
function weight(word: string): number {
  const first = word.charCodeAt(0)
  if (word.length >= 6 || (first >= 0x30 && first <= 0x39)) return 1
  return word.length >= 4 ? 0.5 : 0.1
}
