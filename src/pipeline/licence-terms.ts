import type { Fetch, HttpUrl } from '../model/index.ts'
import { xmlFields } from '../text/index.ts'
import { coversPath } from './path-pattern.ts'

/** Whether an RSL document, where it can be read, leaves no room for an excerpt of a page. */
export type LicenceTerms = (document: HttpUrl, page: HttpUrl) => Promise<boolean>

/** One `<license>`: the uses that it names, and whether they cost something. */
type Licence = { readonly permits?: readonly string[]; readonly prohibits: readonly string[]; readonly costs: boolean }

type Content = { readonly pattern: string; readonly licences: readonly Licence[] }

/** The uses of RSL 1.0 that a list of links with excerpts falls under. */
const OURS: ReadonlySet<string> = new Set(['all', 'search'])
const FREE: ReadonlySet<string> = new Set(['free', 'attribution', 'contribution'])
const MOST_DOCUMENTS = 500

/**
 * Reads RSL documents (RSL 1.0, December 2025), each once. A page that its terms cover may be quoted when no licence of it prohibits
 * search or all use, and one permits it without a price; what cannot be read forbids nothing.
 */
export function licenceTerms(fetch: Fetch): LicenceTerms {
  const known = new Map<HttpUrl, Promise<readonly Content[]>>()

  async function contentsOf(url: HttpUrl): Promise<readonly Content[]> {
    const answer = await fetch({ url, purpose: 'discovery' })
    return answer.kind === 'ok' ? contentsIn(new TextDecoder().decode(answer.bytes)) : []
  }

  return async (document, page) => {
    if (known.size >= MOST_DOCUMENTS) known.clear()
    const contents = known.get(document) ?? contentsOf(document)
    known.set(document, contents)
    return forbids(
      (await contents).filter(({ pattern }) => isCovered(pattern, new URL(page))).flatMap(({ licences }) => licences),
    )
  }
}

function forbids(licences: readonly Licence[]): boolean {
  if (licences.length === 0) return false
  if (licences.some(({ prohibits }) => prohibits.some((use) => OURS.has(use)))) return true
  return !licences.some(({ permits, costs }) => !costs && (permits === undefined || permits.some((use) => OURS.has(use))))
}

/** A pattern is a path of the page's own site, or an address; none covers everything. */
function isCovered(pattern: string, page: URL): boolean {
  const [, origin, path = ''] = /^(https?:\/\/[^/*]+)(.*)$/i.exec(pattern) ?? []
  if (origin === undefined) return coversPath(pattern, `${page.pathname}${page.search}`)
  return URL.parse(origin)?.host === page.host && coversPath(path === '' ? '/' : path, `${page.pathname}${page.search}`)
}

/** Elements come in the order of their ends: what a licence holds before the licence, the licences before their content. */
function contentsIn(xml: string): readonly Content[] {
  const contents: Content[] = []
  let licences: Licence[] = []
  let permits: readonly string[] | undefined
  let prohibits: readonly string[] = []
  let prices: boolean[] = []
  for (const { name, attributes, text } of xmlFields(xml)) {
    const local = name.slice(name.indexOf(':') + 1)
    const isUsage = (attributes['type'] ?? 'usage').toLowerCase() === 'usage'
    if (local === 'permits' && isUsage) permits = [...(permits ?? []), ...usesIn(text)]
    else if (local === 'prohibits' && isUsage) prohibits = [...prohibits, ...usesIn(text)]
    else if (local === 'payment') prices.push(!FREE.has((attributes['type'] ?? 'free').toLowerCase()))
    else if (local === 'license') {
      const costs = prices.length > 0 && prices.every((price) => price)
      licences.push(permits === undefined ? { prohibits, costs } : { permits, prohibits, costs })
      permits = undefined
      prohibits = []
      prices = []
    } else if (local === 'content') {
      contents.push({ pattern: attributes['url'] ?? '', licences })
      licences = []
    }
  }
  return contents
}

function usesIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .slice(0, 50)
}
