import type { CheerioAPI } from 'cheerio/slim'
import { type Element, isTag } from 'domhandler'
import type { HttpUrl } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { type JsonLdNode, readJsonLd } from './json-ld.ts'

/** A `<link>` or an anchor that names the canonical address or the licence. */
type HeadLink = { readonly rel: readonly string[]; readonly href: HttpUrl; readonly type?: string }

/** What a page says of itself in its head, and in the metadata that strays into its body. */
export type PageHead = {
  readonly url: string
  /** what relative addresses are relative to */
  readonly base: string
  /** contents by name, property, itemprop or http-equiv in lower case, in document order, none empty */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly links: readonly HeadLink[]
  readonly jsonLd: readonly JsonLdNode[]
  readonly title?: string
  readonly lang?: string
}

const MAX_TAGS = 2_000

/** The elements that hold a page's metadata, wherever they stand, in document order. */
export type HeadElements = ReadonlyMap<string, readonly Element[]>

/** Finds them in one walk over the page: everything else that is read of a head starts from here. */
export function headElements($: CheerioAPI): HeadElements {
  return Map.groupBy($('html,body,base,title,meta,link,script,a[rel~="license"]').toArray().filter(isTag), (one) => one.name)
}

/** Reads a page's metadata once, for all who ask later. */
export function readHead($: CheerioAPI, elements: HeadElements, url: string): PageHead {
  const of = (name: string): readonly Element[] => elements.get(name)?.slice(0, MAX_TAGS) ?? []
  const base = httpUrl(of('base').find((one) => one.attribs['href'] !== undefined)?.attribs['href'] ?? '', url) ?? url
  const scripts = of('script').filter((one) => /^application\/(?:\w+\+)?ld\+json/i.test(one.attribs['type']?.trim() ?? ''))
  const title = $(of('title').slice(0, 1)).text().trim()
  const html = of('html')[0]?.attribs
  const lang = html?.['lang'] ?? html?.['xml:lang'] ?? of('body')[0]?.attribs['lang']
  return {
    url,
    base,
    meta: readMeta(of('meta')),
    links: readLinks([...of('link'), ...of('a')], base),
    jsonLd: readJsonLd(scripts.slice(0, 50).map((script) => $(script).text())),
    ...(title === '' ? {} : { title }),
    ...(lang === undefined ? {} : { lang }),
  }
}

/** The first content under any of these names, in the order of the names. */
export function firstMeta(head: PageHead, names: readonly string[]): string | undefined {
  for (const name of names) {
    const content = head.meta.get(name)?.[0]
    if (content !== undefined) return content
  }
  return undefined
}

function readMeta(elements: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>()
  for (const { attribs } of elements) {
    const content = attribs['content']?.trim() ?? ''
    if (content === '') continue
    for (const key of new Set([attribs['property'], attribs['name'], attribs['itemprop'], attribs['http-equiv']])) {
      const name = key?.trim().toLowerCase() ?? ''
      if (name === '' || name.length > 100) continue
      const contents = meta.get(name)
      if (contents === undefined) meta.set(name, [content])
      else contents.push(content)
    }
  }
  return meta
}

function readLinks(elements: readonly Element[], base: string): readonly HeadLink[] {
  const links: HeadLink[] = []
  for (const { attribs } of elements) {
    const rel = (attribs['rel'] ?? '').toLowerCase().split(/\s+/)
    if (!rel.includes('canonical') && !rel.includes('license')) continue
    const href = httpUrl(attribs['href'] ?? '', base)
    const type = attribs['type']?.trim().toLowerCase()
    if (href !== undefined) links.push({ rel, href, ...(type === undefined ? {} : { type }) })
  }
  return links
}
