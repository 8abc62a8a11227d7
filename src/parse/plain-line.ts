import { cleanText, plainText } from '../text/index.ts'

const LONGEST = 1_000

/** Elements of HTML, old and new, whose tags in a title are markup that was escaped once too often, and not what the title speaks of. */
const MARKUP =
  /<(?:\/?(?:a|abbr|acronym|address|applet|article|aside|audio|b|base|bdi|bdo|bgsound|big|blockquote|body|br|button|canvas|center|cite|code|div|dl|dd|dt|em|embed|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|ilayer|img|image|input|ins|isindex|keygen|layer|li|link|main|map|marquee|math|meta|nav|noembed|noframes|noscript|object|ol|option|p|param|picture|plaintext|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|video|xml|xmp)(?=[\s/>]|$)|[!?/]|[a-z][\w:-]{0,40}[\s/][^<>]{0,200}=)/i
const REFERENCE = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/i

/**
 * A title, name or category: HTML made one line of plain text. Markup that was escaped twice or thrice goes as well; a tag that the text
 * speaks of (`the <blink> tag`) stays. At most 1,000 characters. Undefined when nothing is left.
 */
export function plainLine(html: string | undefined): string | undefined {
  if (html === undefined || html === '') return undefined
  if (html.length <= LONGEST && !html.includes('<') && !html.includes('&')) return cleanText(html) || undefined
  let text = plainText(html.length > 20_000 ? html.slice(0, 20_000) : html)
  for (let pass = 0; pass < 3 && (MARKUP.test(text) || REFERENCE.test(text)); pass++) text = plainText(text)
  if (MARKUP.test(text)) text = text.replaceAll('<', ' ')
  const line = shortened(cleanText(text))
  return line === '' ? undefined : line
}

function shortened(line: string): string {
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST - 100)).trimEnd()}…`
}
