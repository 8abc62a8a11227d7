import type { Attributes } from './safe-addresses.ts'

const HIDING =
  /(?:^|[;\s"'{])(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}(?:hidden|collapse)|mso-hide\s{0,3}:\s{0,3}all|(?:font-size|opacity)\s{0,3}:\s{0,3}0{1,3}(?:\.0{1,3})?(?:[a-z]{1,3}|%)?\s{0,3}(?:[;!"']|$)|(?:left|top|text-indent)\s{0,3}:\s{0,3}-\d{3,6})/i
/** No element needs more words than these to hide itself. */
const MOST_STYLE = 2_000

/** Whether an element says of itself that no reader is to see it: what is hidden may neither be republished nor make an item relevant. */
export function isHidden({ hidden, style }: Attributes): boolean {
  return hidden !== undefined || (style !== undefined && HIDING.test(style.slice(0, MOST_STYLE)))
}

/** Whether a tag's attributes, as they stand in the source, could say that. Never a wrong no. */
export function mayHide(raw: string): boolean {
  if (raw.includes('hidden')) return true
  return raw.includes('style=') && (raw.includes('&') || raw.length > MOST_STYLE || HIDING.test(raw))
}
