/** A text that PostgreSQL can hold in a column: it has no place for U+0000 and for half letters (lone surrogates). Bound to one meaning, never read back. */
export function safeText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
