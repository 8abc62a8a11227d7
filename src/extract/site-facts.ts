import type { HttpUrl } from '../model/index.ts'
import { cleanText, httpUrl, languageOf, plainText, primarySubtag, siteOf } from '../text/index.ts'
import { type JsonLdNode, nodesOf, textsOf, typesOf } from './json-ld.ts'
import { firstMeta, type PageHead } from './page-head.ts'

/**
 * The site's names for itself, the best first: `og:site_name`, JSON-LD publisher and WebSite, the application's name; last, the
 * registrable domain and its first label, which bylines use too.
 */
export function siteNames(head: PageHead, about: JsonLdNode | undefined): readonly string[] {
  const website = head.jsonLd.find((node) => typesOf(node).includes('WebSite'))
  const names = [
    ...(head.meta.get('og:site_name') ?? []),
    ...textsOf(nodesOf(about?.['publisher'])[0]?.['name']),
    ...textsOf(website?.['name']),
    ...['application-name', 'apple-mobile-web-app-title', 'dc.publisher'].flatMap((name) => head.meta.get(name) ?? []),
  ]
  const tidy = names
    .map((name) => cleanText(plainText(name.slice(0, 300))))
    .filter((name) => name !== '' && !/^https?:|^@/i.test(name))
  return [...new Set(tidy)]
}

/** Names by which a byline may mean the site itself: its own, its domain, and its domain's first label. */
export function ownNames(head: PageHead, names: readonly string[]): readonly string[] {
  const domain = siteOf(head.url)
  return domain === undefined ? names : [...names, domain, domain.split('.')[0] ?? domain]
}

/**
 * The page's address as it states it: `rel=canonical`, else `og:url`. Believed only on the page's own registrable domain, and
 * never when it names the front page while the page lies deeper.
 */
export function canonicalUrl(head: PageHead): HttpUrl | undefined {
  const stated = head.links.filter((link) => link.rel.includes('canonical')).map((link) => link.href)
  const page = URL.parse(head.url)
  for (const text of [...stated, ...(head.meta.get('og:url') ?? [])]) {
    const url = httpUrl(text, head.base)
    if (url === undefined) continue
    if (page === null) return url
    const isFrontPage = new URL(url).pathname === '/' && new URL(url).search === '' && page.pathname !== '/'
    if (!isFrontPage && siteOf(url) !== undefined && siteOf(url) === siteOf(page.href)) return url
  }
  return undefined
}

/** The part of the site that the article stands in. */
export function articleSection(head: PageHead, about: JsonLdNode | undefined): string | undefined {
  const sections = [
    ...textsOf(about?.['articleSection']),
    firstMeta(head, ['article:section', 'parsely-section', 'section']) ?? '',
  ]
  return sections.map((one) => cleanText(plainText(one.slice(0, 200)))).find((one) => one !== '' && !/^https?:/i.test(one))
}

/**
 * The article's language as a BCP 47 tag: `lang`, `og:locale`, JSON-LD, Content-Language; the first that the text's letters do not
 * contradict, since templates often state the language of their maker; else what the letters alone can tell.
 */
export function articleLanguage(head: PageHead, about: JsonLdNode | undefined, text: string): string | undefined {
  const sample = text.slice(0, 2_000)
  const stated = [
    head.lang,
    firstMeta(head, ['og:locale']),
    textsOf(about?.['inLanguage'])[0],
    firstMeta(head, ['content-language', 'dc.language', 'dcterms.language', 'language']),
  ]
  for (const one of stated) {
    const tag = languageTag(one ?? '')
    const primary = primarySubtag(tag)
    if (primary !== undefined && languageOf(sample, tag) === primary) return tag
  }
  return languageOf(sample)
}

function languageTag(text: string): string | undefined {
  const [, language, script, region] = /^\s*([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])/i.exec(text) ?? []
  if (language === undefined) return undefined
  const parts = [
    language.toLowerCase(),
    script && script.slice(0, 1).toUpperCase() + script.slice(1).toLowerCase(),
    region?.toUpperCase(),
  ]
  return parts.filter((part) => part !== undefined && part !== '').join('-')
}
