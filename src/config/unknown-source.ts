import { nearest } from './nearest.ts'

/** Says that no source has this id, and which one was probably meant. */
export function unknownSource(id: string, known: readonly string[]): string {
  const close = id.length < 3 ? undefined : nearest(id, known) // one letter is like any other
  const hint = close === undefined ? 'kaynak sources list shows them all' : `did you mean ${JSON.stringify(close)}?`
  return `there is no source ${JSON.stringify(id)} in the list (${hint})`
}
