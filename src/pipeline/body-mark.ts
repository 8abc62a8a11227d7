import { hash } from 'node:crypto'
import type { Source } from '../model/index.ts'

/**
 * Names a body together with the rules that it was judged by: when the topic, the program or the way the source is read
 * changes, the same bytes are judged anew.
 */
export function bodyMark(bytes: Uint8Array, source: Source, rules: string): string {
  return `${rulesMark(source, rules)}${hash('sha1', bytes, 'base64url')}`
}

/** Whether a stored mark was made under these rules. */
export function isMarkedByRules(mark: string | undefined, source: Source, rules: string): boolean {
  return mark?.startsWith(rulesMark(source, rules)) === true
}

/** The mark of a body some of whose entries are still to be judged: it is no body's own mark, so that the same bytes are read again. */
export function incomplete(mark: string): string {
  return `${mark}+`
}

/** Whether a stored mark says that entries of the last body are still to be judged. */
export function isIncomplete(mark: string | undefined): boolean {
  return mark?.endsWith('+') === true
}

function rulesMark(source: Source, rules: string): string {
  const how = JSON.stringify([source.kind, source.select, source.relevance, source.article, source.language])
  return `${rules}.${hash('sha1', how, 'base64url').slice(0, 6)}.`
}
