import { cleanText, plainText } from '../text/index.ts'
import { type JsonLdNode, textsOf } from './json-ld.ts'
import { firstMeta, type PageHead } from './page-head.ts'

/**
 * The headline: the `h1` that the page's title repeats, else `og:title`, JSON-LD `headline`, the page's title without the outlet's
 * name at its end, the only `h1`.
 * @param headings the texts of the page's `h1`, plain
 */
export function articleTitle(headings: readonly string[], head: PageHead, told: Told): string | undefined {
  const { about, siteName } = told
  const tidy = (text: string): string => cleanText(plainText(text.slice(0, 2_000)))
  const stated = [
    firstMeta(head, ['og:title', 'twitter:title', 'dc.title', 'title']),
    textsOf(about?.['headline'])[0],
    head.title,
  ]
    .map((text) => withoutOutlet(tidy(text ?? ''), siteName))
    .filter((text) => text !== '')
  const repeated = headings.find((heading) => stated.some((text) => isLike(heading, text)))
  return repeated ?? stated[0] ?? (headings.length === 1 ? headings[0] : undefined)
}

type Told = { readonly about: JsonLdNode | undefined; readonly siteName: string | undefined }

/** "Headline | Outlet", "Headline - Outlet", "Outlet: Headline" -> Headline. Without the outlet's name nothing is cut. */
function withoutOutlet(title: string, siteName: string | undefined): string {
  if (siteName === undefined || siteName === '') return title
  const name = key(siteName)
  const parts = title.split(/\s+[|–—·»›:-]\s+|\s*[|»]\s*/)
  const last = parts.at(-1) ?? ''
  if (parts.length > 1 && isSameName(key(last), name))
    return title.slice(0, title.length - last.length).replace(/[\s|–—·»›:-]+$/, '')
  const first = parts[0] ?? ''
  if (parts.length > 1 && key(first) === name) return title.slice(first.length).replace(/^[\s|–—·»›:-]+/, '')
  return title
}

function isSameName(one: string, other: string): boolean {
  return one !== '' && (one === other || (one.length > 3 && other.includes(one)) || (other.length > 3 && one.includes(other)))
}

function isLike(heading: string, title: string): boolean {
  const [a, b] = [key(heading), key(title)]
  if (a.length < 8 || b.length < 8) return a === b
  return a === b || a.startsWith(b) || b.startsWith(a) || (a.length > 20 && b.includes(a)) || overlap(heading, title) >= 0.7
}

/** Share of the words of the longer text that the other has too. */
function overlap(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []))
  if (a === undefined || b === undefined) return 0
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(a.size, b.size, 1)
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
