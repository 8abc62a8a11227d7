/** What XML 1.0 2.2 forbids, and C1 controls, which are windows-1252 letters in disguise. */
const EVERY_SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g
/** What the 32 controls from U+0080 are in windows-1252; five of them are nothing. */
const MEANT = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index))

/** Text without the characters that no XML document may hold; C1 controls become the windows-1252 letters that they were meant as. */
export function cleanLetters(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0
  const clean = text.replace(EVERY_SUSPECT, (letter) => {
    const code = letter.charCodeAt(0)
    const meant = code >= 0x80 && code <= 0x9f ? MEANT.charAt(code - 0x80) : ''
    if (meant !== '' && meant !== letter) return meant
    removed += 1
    return ''
  })
  return { text: clean, removed }
}
