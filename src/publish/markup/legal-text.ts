/** What XML 1.0 cannot hold (2.2 Char), the two noncharacters among it. */
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
/** The same, and what may be half a pair: nearly every text has nothing of it, and one look says so. */
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

/**
 * A text without the characters that no XML document can hold; half of a surrogate pair becomes U+FFFD. Texts were cleaned when
 * they were read; this is the door's own lock, since one such character makes a feed unreadable as a whole.
 */
export function legalText(text: string): string {
  return SUSPECT.test(text) ? text.toWellFormed().replace(ILLEGAL, '') : text
}
