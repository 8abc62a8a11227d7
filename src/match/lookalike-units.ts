import { skeletons } from '../text/index.ts'

const FIRST = 0x370
const LAST = 0x52f

/** Maps a folded UTF-16 unit to the one that stands for all its lookalikes; й and и count as one, since й may come in two parts. */
export function lookalikeUnits(): (unit: number) => number {
  const table = new Uint16Array(LAST - FIRST + 1)
  for (let at = 0; at < table.length; at += 1) table[at] = FIRST + at
  for (const [letter, latin] of skeletons()) {
    const unit = letter.charCodeAt(0)
    if (unit >= FIRST && unit <= LAST) table[unit - FIRST] = latin.charCodeAt(0)
  }
  table['й'.charCodeAt(0) - FIRST] = 'и'.charCodeAt(0)
  return (unit) => (unit < FIRST || unit > LAST ? unit : (table[unit - FIRST] ?? unit))
}
