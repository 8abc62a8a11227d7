import type { HttpUrl } from '../model/index.ts'
import { cleanText, httpUrl, plainText, siteOf } from '../text/index.ts'
import { type JsonLdNode, nodesOf, textsOf, typesOf } from './json-ld.ts'
import { firstMeta, type PageHead } from './page-head.ts'

/** The site's name for itself: `og:site_name`, JSON-LD publisher or WebSite, the application's name. */
export function siteName(head: PageHead, about: JsonLdNode | undefined): string | undefined {
  const website = head.jsonLd.find((node) => typesOf(node).includes('WebSite'))
  const names = [
    ...(head.meta.get('og:site_name') ?? []),
    ...textsOf(nodesOf(about?.['publisher'])[0]?.['name']),
    ...textsOf(website?.['name']),
    firstMeta(head, ['application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'copyright-holder']) ?? '',
  ]
  return names.map((name) => cleanText(plainText(name.slice(0, 300)))).find((name) => name !== '' && !/^https?:|^@/i.test(name))
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

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g
const RIGHT_TO_LEFT_LANGUAGES = /^(?:ar|fa|he|iw|ur|ckb|ku|ps|yi|sd|ug|dv|syr|arc)\b/

/**
 * The article's language as a BCP 47 tag: `lang`, `og:locale`, JSON-LD, Content-Language; the first whose script the text has.
 * Templates often state the language of their maker: a Latin-script tag over an Arabic text is passed over.
 */
export function articleLanguage(head: PageHead, about: JsonLdNode | undefined, text: string): string | undefined {
  const sample = text.slice(0, 2_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const rightToLeft = (sample.match(RIGHT_TO_LEFT)?.length ?? 0) > letters / 2
  const stated = [
    head.lang,
    firstMeta(head, ['og:locale']),
    textsOf(about?.['inLanguage'])[0],
    firstMeta(head, ['content-language', 'dc.language', 'dcterms.language', 'language']),
  ]
  for (const one of stated) {
    const tag = languageTag(one ?? '')
    if (tag !== undefined && (letters < 20 || RIGHT_TO_LEFT_LANGUAGES.test(tag) === rightToLeft || tag.startsWith('ku')))
      return tag
  }
  return undefined
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
