import type { Block } from './block.ts'

const ROW = 6

/**
 * Whether a text ends before its article does: at dots of omission, at a call to read on, in the middle of a sentence; or whether a
 * layout has torn a sentence over the cells of a table, a word in each, so that what stands around it may be out of order.
 */
export function isCut(kept: readonly Block[]): boolean {
  const last = kept.at(-1)
  if (last === undefined) return false
  return endsOpen(last) || kept.slice(-3).some((block) => OMISSION.test(block.text)) || isTorn(kept)
}

const OMISSION =
  /(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\)|(?:…|\.{3}) ?(?:read more|more|weiterlesen|leer más|lire la suite|leia mais|devamı|читать далее|المزيد)\W*)$/iu

function endsOpen({ tag, text }: Block): boolean {
  if (/(?:…|\.{3})$/.test(text) && text.length > 40) return true
  if (tag !== 'p' || text.length < 80) return false
  return /(?:^|\s)[\p{Ll}]{2,}[,;]?$/u.test(text) // only in scripts with two cases: others often end without a stop
}

/** A row of a table that reads as a sentence, a word in each cell. */
function isTorn(kept: readonly Block[]): boolean {
  const rows = Map.groupBy(
    kept.filter((block) => block.tag === 'td'),
    (block) => block.element.parent,
  )
  return [...rows.values()].some((cells) => {
    const words = cells.filter((cell) => !/\s/.test(cell.text))
    const small = words.filter((cell) => /^\p{Ll}/u.test(cell.text))
    return cells.length >= ROW && words.length >= cells.length * 0.8 && small.length >= cells.length * 0.6
  })
}
