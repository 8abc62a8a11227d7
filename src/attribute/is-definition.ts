/**
 * Whether brackets only explain the words before them: "Pakistan Tehreek-e-Insaf (PTI)", "Andhra Pradesh (AP)", "the Syrian Arab News
 * Agency (SANA)". `before` ends where the brackets open.
 */
export function isDefinition(before: string, inside: string): boolean {
  const letters = inside.replace(/[^\p{L}]/gu, '').toUpperCase()
  if (letters.length < 2 || letters.length > 6 || /\s/u.test(inside.trim())) return false
  const words = before
    .slice(-160)
    .split(/[\s-]+/u)
    .filter((word) => /\p{L}/u.test(word))
  const initials = words.map((word) => /\p{L}/u.exec(word)?.[0] ?? '')
  const capitals = initials
    .filter((letter) => letter !== letter.toLowerCase())
    .join('')
    .toUpperCase()
  return !/[.!?…]["'”»)]?\s*$/u.test(before) && (capitals.endsWith(letters) || initials.join('').toUpperCase().endsWith(letters))
}
