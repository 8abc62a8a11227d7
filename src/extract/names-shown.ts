import type { Block } from './block.ts'
import { personNames } from './person-names.ts'

/** Class names of places where nobody but the author is named. */
const AUTHORS = /^(?:bylines?|authors?|authorbox|authorinfo)$/

const OFFICE =
  /(?:^|\s)(?:writer|reporter|correspondent|columnist|journalist|contributor|editor|redakteur(?:in)?|korrespondent(?:in)?|journaliste|rédact(?:eur|rice)|periodista|corresponsal|giornalista|jornalista|muhabir(?:i)?|yazar(?:ı)?|корреспондент|журналист|обозреватель|مراسل(?:ة)?|صحفي(?:ة)?|خبرنگار)(?:$|[\s,])/iu

const DATE_BEFORE = /^.{0,30}\b(?:19|20)\d{2}\s*[|·•–—,-]?\s*(?=\p{Lu}|\p{Lo})/u
const FULL_NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|della|da|di|do|dos|du|la|le|van|von|der|den|ter|al|el|bin|ibn|bint)){1,4}$|^\p{Lo}[\p{Lo}\p{M}]+(?: \p{Lo}[\p{Lo}\p{M}]+){1,3}$/u

/**
 * The full name in a short line that is marked as the author's (by its class), or that has an office beside it (`Jane Roe | Senior
 * Writer | 3 May 2024`); none for anything that does not look like the name of a person.
 */
export function namesShown(block: Block): readonly string[] {
  if (block.text.length > 120) return []
  const parts = block.text.replace(DATE_BEFORE, '').split(/\s*[|·•,(/\n]\s*|\s[–—-]\s/)
  const isMarked = isAuthors(block)
  if (!isMarked && !OFFICE.test(parts[1] ?? '')) return []
  const linked = isMarked ? block.runs.filter((run) => run.href !== undefined).map((run) => run.text.trim()) : []
  const name = [...linked, parts[0] ?? ''].find(isFullName)
  return name === undefined ? [] : [name]
}

function isAuthors(block: Block): boolean {
  for (let veto = block.veto; veto !== undefined; veto = veto.outer) if (AUTHORS.test(veto.reason)) return true
  return false
}

/** Whether a text is nothing but the full name of a person. */
export function isFullName(text: string): boolean {
  return FULL_NAME.test(text) && personNames(text).length === 1
}
