import type { CheerioAPI } from 'cheerio/slim'
import type { HttpUrl } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { type JsonLdNode, readJsonLd } from './json-ld.ts'

/** A `<link>` or a licence anchor. */
export type HeadLink = { readonly rel: readonly string[]; readonly href: HttpUrl; readonly type?: string }

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

/** Reads a page's metadata once, for all who ask later. */
export function readHead($: CheerioAPI, url: string): PageHead {
  const base = httpUrl($('base[href]').first().attr('href') ?? '', url) ?? url
  const scripts = $('script')
    .toArray()
    .filter((script) => /^application\/(?:\w+\+)?ld\+json/i.test(script.attribs['type']?.trim() ?? ''))
    .slice(0, 50)
  const title = $('title').first().text().trim()
  const html = $('html').first()
  const lang = html.attr('lang') ?? html.attr('xml:lang') ?? $('body').first().attr('lang')
  return {
    url,
    base,
    meta: readMeta($),
    links: readLinks($, base),
    jsonLd: readJsonLd(scripts.map((script) => $(script).text())),
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

function readMeta($: CheerioAPI): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>()
  for (const { attribs } of $('meta[content]').toArray().slice(0, MAX_TAGS)) {
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

function readLinks($: CheerioAPI, base: string): readonly HeadLink[] {
  const links: HeadLink[] = []
  for (const { attribs } of $('link[rel][href], a[rel~="license"][href]').toArray().slice(0, MAX_TAGS)) {
    const href = httpUrl(attribs['href'] ?? '', base)
    const rel = (attribs['rel'] ?? '').toLowerCase().split(/\s+/)
    const type = attribs['type']?.trim().toLowerCase()
    if (href !== undefined) links.push({ rel, href, ...(type === undefined ? {} : { type }) })
  }
  return links
}
