import { plainWords } from '../text/index.ts'

/** Whether two names are one, whatever their case, accents and punctuation; names without any letter are compared as they are. */
export function isSameName(one: string, other: string): boolean {
  if (one === other) return true
  const [plain, otherPlain] = [plainWords(one).join(' '), plainWords(other).join(' ')]
  return plain !== '' && plain === otherPlain
}
