const ZERO_DIGITS = [0x0660, 0x06f0, 0x0966, 0x09e6]

/** A date as words and figures to look up: lower case, ASCII digits, no accents, no invisible marks, one form of Arabic letters, no remarks in brackets. */
export function foldDate(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g, asciiDigit)
    .replace(/\([^()]{0,40}\)/g, ' ')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = ZERO_DIGITS.find((first) => code >= first && code < first + 10) ?? code
  return String(code - zero)
}
