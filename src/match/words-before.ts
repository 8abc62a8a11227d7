import { SEPARATOR } from './word-trie.ts'

/** Instead of a place: something else stands there; or nobody knows before the text is folded. */
export const OTHER = -1
export const UNSURE = -2
/** More stretches than the words of a phrase stand in (`LONGEST_TERM`), and a power of two. */
const REMEMBERED = 64
const LAST = REMEMBERED - 1

/** What stands between two stretches. */
export const BETWEEN = { nothing: 0, space: 1, letters: 2 } as const

/** Finds the words before a place again in a text of which only the ends of stretches of plain letters and spaces are remembered. */
export class WordsBefore {
  private readonly columns: Uint8Array
  private readonly begins = new Int32Array(REMEMBERED)
  private readonly ends = new Int32Array(REMEMBERED)
  private readonly between = new Uint8Array(REMEMBERED)
  private cuts = 0
  private units: Uint16Array = new Uint16Array()
  private stretch = 0
  private place = 0

  constructor(columns: Uint8Array) {
    this.columns = columns
  }

  /** A text begins. */
  clear(units: Uint16Array): void {
    this.units = units
    this.cuts = 0
    this.begins[0] = 0
  }

  /** A stretch ends at one place and the next one begins at another; `between`: what parts them. */
  cut(end: number, next: number, between: number): void {
    this.ends[this.cuts & LAST] = end
    this.cuts += 1
    this.begins[this.cuts & LAST] = next
    this.between[this.cuts & LAST] = between
  }

  /** Where the word begins that ends at a place of the current stretch. */
  beginOf(end: number): number {
    this.stretch = this.cuts
    this.place = end
    this.toBegin()
    return this.place
  }

  /** The last letter of the word right before a place of the current stretch, one space in between; 0 when that is not what stands there. */
  letterBefore(at: number): number {
    if (at - 2 < (this.begins[this.cuts & LAST] ?? 0) || !this.isSpace(at - 1) || this.isSpace(at - 2)) return 0
    return this.units[at - 2] ?? 0
  }

  /** Where the word begins that stands so many words before the one at a place of the current stretch; `OTHER` or `UNSURE`. */
  find(at: number, count: number): number {
    this.stretch = this.cuts
    this.place = at
    let begin = at
    let isParted = this.toWordBefore()
    for (let left = count; left > 0; left -= 1) {
      if (!isParted || this.stretch < 0) return isParted ? OTHER : UNSURE
      this.toBegin()
      begin = this.place
      isParted = this.toWordBefore()
    }
    return isParted ? begin : UNSURE
  }

  private toBegin(): void {
    const begin = this.begins[this.stretch & LAST] ?? 0
    while (this.place > begin && !this.isSpace(this.place - 1)) this.place -= 1
  }

  /** To the end of the word before; below the first stretch when there is none. Whether it is surely another word. */
  private toWordBefore(): boolean {
    let isParted = false
    for (;;) {
      const begin = this.begins[this.stretch & LAST] ?? 0
      for (; this.place > begin && this.isSpace(this.place - 1); this.place -= 1) isParted = true
      if (this.place > begin) return isParted
      const between = this.between[this.stretch & LAST]
      this.stretch -= 1
      if (this.stretch < 0) return true
      if (between === BETWEEN.letters || this.cuts - this.stretch >= REMEMBERED) return false
      if (between === BETWEEN.space) isParted = true
      this.place = this.ends[this.stretch & LAST] ?? 0
    }
  }

  private isSpace(at: number): boolean {
    return this.columns[this.units[at] ?? 0] === SEPARATOR
  }
}
