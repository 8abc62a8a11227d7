const AND = new Set(['و', 'ف'])
const TO = new Set(['ب', 'ك', 'ل'])
const HEBREW = new Set(['ו', 'ה', 'ש', 'כ', 'ל', 'ב', 'מ'])
const SHORTEST = 3

/**
 * A folded word without the particles that Arabic and Hebrew write onto its front, in every way that they may be taken
 * off; without the word itself. At most four, each of three letters or more.
 */
export function tokenVariants(token: string): readonly string[] {
  const unit = token.charCodeAt(0)
  if (token.length <= SHORTEST) return []
  if (unit >= 0x5d0 && unit <= 0x5ea) return hebrew(token)
  return unit >= 0x620 && unit <= 0x6ff ? arabic(token) : []
}

function arabic(token: string): readonly string[] {
  const found: string[] = []
  let rest = token
  if (AND.has(rest.charAt(0))) {
    rest = rest.slice(1)
    found.push(rest)
  }
  if (rest.startsWith('لل'))
    found.push(`ا${rest.slice(1)}`, rest.slice(2)) // ل + ال lose the alef between them
  else if (TO.has(rest.charAt(0))) found.push(rest.slice(1))
  return found.filter((variant) => variant.length >= SHORTEST)
}

function hebrew(token: string): readonly string[] {
  const found: string[] = []
  for (let at = 1; at <= 3 && HEBREW.has(token.charAt(at - 1)) && token.length - at >= SHORTEST; at += 1)
    found.push(token.slice(at))
  return found
}
