import { plainText } from '../text/index.ts'

const MARKUP = /[<&]/
const STILL_MARKUP = /<[a-z!/]|&(?:#\d|#x[\da-f]|[a-z])/i

/** A field as its reader sees it: markup and entities gone, those that were escaped twice too. */
export function readable(text: string): string {
  if (!MARKUP.test(text)) return text
  const once = plainText(text)
  return STILL_MARKUP.test(once) ? plainText(once) : once
}
