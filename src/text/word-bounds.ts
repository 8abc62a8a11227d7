/** Where the words of a text begin and end, in UTF-16 offsets. A word is a run of letters, marks and figures. */
export type WordBounds = {
  /** start of the first word at or after an offset; -1 when there is none */
  readonly next: (from: number) => number
  /** the offset behind the word that starts here */
  readonly end: (start: number) => number
}

const ASCII = 0x80

/** Finds words one by one, so that who looks at few of them pays for few. Linear over a whole text. */
export function wordBounds(text: string): WordBounds {
  const other = /[\p{L}\p{M}\p{N}]+/uy
  /** The end of the run that goes on at an offset beyond ASCII; the offset itself where none does. */
  function otherEnd(at: number): number {
    other.lastIndex = at
    return other.test(text) ? other.lastIndex : at
  }
  return {
    next(from) {
      let at = from
      while (at < text.length) {
        const code = text.charCodeAt(at)
        if (code < ASCII ? isWordCode(code) : otherEnd(at) > at) return at
        at += code < ASCII || (text.codePointAt(at) ?? 0) <= 0xffff ? 1 : 2
      }
      return -1
    },
    end(start) {
      let at = start
      while (at < text.length) {
        const code = text.charCodeAt(at)
        if (code >= ASCII) return otherEnd(at)
        if (!isWordCode(code)) return at
        at += 1
      }
      return at
    },
  }
}

/** Whether all of a piece is ASCII. */
export function isAsciiWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) >= ASCII) return false
  return true
}

function isWordCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
}
