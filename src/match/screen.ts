import { decodeEntities, type Folder } from '../text/index.ts'
import { foldedTable, letterTable } from './letter-table.ts'
import { lookalikeUnits } from './lookalike-units.ts'
import { needlesOf } from './needles.ts'
import { readable } from './readable.ts'
import { skimmer } from './skim.ts'
import type { Spellings } from './spellings.ts'
import type { Source } from './tag-end.ts'
import { WordTrie } from './word-trie.ts'

/** A letter folds to four units at most; and zeros behind the last. */
const WIDEST = 4
const BEHIND = 4
const ROOM = 16_384
const MOST_KEPT = 1_000_000
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
const TAG = /<[^<>]*>/g
/** What no text should hold, and what a sanitiser takes out from between two letters, or two words. */
const LEFT_OUT = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|\p{Cs}|<\/?(?:dialog|fieldset|form|legend|nav)[\s>/]/iu
const EVERY_LEFT_OUT =
  /[\u0000-\u0008\u000e-\u001f\ufffe\uffff\p{Cs}]|<\/?(?:dialog|fieldset|form|legend|nav)(?:\s[^<>]*)?\/?>/giu

/**
 * Whether a text, markup and double escapes still inside, may hold a term. It says no only where the matcher finds nothing.
 * Most texts are decided at a glance; the others are made plain and folded, as the matcher does it, with lookalikes as one.
 */
export function screen(spellings: Spellings, folder: Folder): (text: string) => boolean {
  const alike = lookalikeUnits()
  const needles = needlesOf(spellings, alike)
  const trie = new WordTrie(needles)
  const glance = skimmer(needles, trie, letterTable(alike))
  let look: ReturnType<typeof skimmer> | undefined
  let units = new Uint16Array(ROOM)
  let bytes = Buffer.from(units.buffer)

  return (text) => {
    const seen = glance(raw(text))
    if (seen !== 'unsure') return seen === 'found'
    if (holds(readable(text))) return true
    if (LEFT_OUT.test(text) && holds(readable(text.replace(EVERY_LEFT_OUT, '')))) return true
    return text.includes('<') && holds(decodeEntities(decodeEntities(text)).replace(TAG, ' ')) // whatever its markup means
  }

  function holds(text: string): boolean {
    look ??= skimmer(needles, trie, foldedTable()) // few texts have to be folded
    return look(folded(text)) === 'found'
  }

  function raw(text: string): Source {
    const { length } = text
    const room = roomFor(length)
    if (!IS_LITTLE_ENDIAN) for (let at = 0; at < length; at += 1) room[at] = text.charCodeAt(at)
    else if (room === units) bytes.write(text, 'utf16le')
    else Buffer.from(room.buffer).write(text, 'utf16le')
    room.fill(0, length, length + BEHIND)
    return { units: room, length, text }
  }

  function folded(text: string): Source {
    const room = roomFor(WIDEST * text.length)
    const length = folder.foldInto(text, room)
    for (let at = 0; at < length; at += 1) room[at] = alike(room[at] ?? 0)
    room.fill(0, length, length + BEHIND)
    return { units: room, length, text }
  }

  /** One room for all texts: to make one for each costs more than to look through it. */
  function roomFor(length: number): Uint16Array<ArrayBuffer> {
    const needed = length + BEHIND
    if (needed <= units.length) return units
    if (needed > MOST_KEPT) return new Uint16Array(needed)
    units = new Uint16Array(Math.max(needed, 2 * units.length))
    bytes = Buffer.from(units.buffer)
    return units
  }
}
