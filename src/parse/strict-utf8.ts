/** Bytes read as UTF-8 without pardon; undefined when they are none. */
export function strictUtf8(bytes: Uint8Array): { readonly text: string; readonly beyondAscii: boolean } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, beyondAscii: text.length !== bytes.length }
  } catch {
    return undefined // a TypeError is its way of saying that they are none
  }
}
