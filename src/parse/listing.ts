import { load } from 'cheerio/slim'
import { type Entry, type HttpUrl, present, type Selectors } from '../model/index.ts'
import { htmlTree, parseDate } from '../text/index.ts'
import { checkSelector } from './check-selector.ts'
import { documentBase } from './document-base.ts'
import { urlFrom } from './entry-url.ts'
import { asHtml } from './markup-collector.ts'
import { plainLine } from './plain-line.ts'
import type { About, Reading } from './reading.ts'
import { slipOf } from './sitemap.ts'
import type { Around } from './stated-entry.ts'

const MAX_ITEMS = 1_000

/** Reads a page as a source: the items that CSS selectors find, each address once, in the order of the page. */
export function readListing(
  html: string,
  select: Selectors,
  options: { readonly about: About; readonly warnings: readonly string[] },
): Reading {
  const { about } = options
  const wrong = Object.entries(select).find(([, css]) => css !== undefined && checkSelector(css) !== undefined)
  if (wrong !== undefined)
    return { kind: 'unreadable', code: 'selector', message: `select.${wrong[0]}: ${checkSelector(wrong[1] ?? '') ?? ''}` }
  const tree = htmlTree(html)
  const $ = load(tree.root)
  const pageUrl = documentBase(about)
  const language = $('html').attr('lang')?.trim() ?? about.contentLanguage
  const around: Around = present({
    base: urlFrom($('base[href]').attr('href'), pageUrl) ?? pageUrl,
    language,
    now: about.now,
    defaultZone: about.defaultZone,
  })
  const found = new Map<HttpUrl, Entry>()
  for (const item of $(select.item).slice(0, MAX_ITEMS)) {
    const one = $(item)
    const link =
      select.link === undefined
        ? one.is('a[href]')
          ? one
          : one.find('a[href]').first()
        : one.is(select.link)
          ? one
          : one.find(select.link).first()
    const url = urlFrom(
      link.attr('href') ?? link.find('a[href]').attr('href') ?? link.closest('a[href]').attr('href'),
      around.base,
    )
    if (url === undefined || found.has(url)) continue
    const titled = select.title === undefined ? link : one.find(select.title).first()
    const dated = one.find(select.date ?? 'time').first()
    const summary = select.summary === undefined ? undefined : plainLine(asHtml(one.find(select.summary).first().text()))
    found.set(
      url,
      present({
        url,
        title:
          plainLine(asHtml(titled.text())) ?? plainLine(asHtml(link.attr('title') ?? link.find('img[alt]').attr('alt') ?? '')),
        summary: summary === undefined ? undefined : asHtml(summary),
        authors: [],
        published: firstDate([dated.attr('datetime'), dated.attr('content'), dated.attr('title'), dated.text()], around),
        categories: [],
        enclosures: [],
        image: urlFrom(one.find('img[src]').first().attr('src'), around.base),
      }),
    )
  }
  const entries = [...found.values()]
  if (entries.length === 0)
    return { kind: 'unreadable', code: 'no-items', message: `"${select.item}" finds no item with a link on this page` }
  const warnings = [...options.warnings, ...(tree.cut ? ['the page is too large: its end was left out'] : [])]
  return {
    kind: 'document',
    feed: present({
      format: 'listing',
      title: plainLine(asHtml($('title').first().text())),
      url: urlFrom(pageUrl, undefined),
      language,
      authors: [],
      categories: [],
    }),
    slips: entries.map(slipOf),
    warnings,
    around,
  }
}

function firstDate(texts: readonly (string | undefined)[], around: Around): Date | undefined {
  for (const text of texts) {
    const date = text === undefined ? undefined : parseDate(text.replace(/\s+/g, ' '), around)
    if (date !== undefined) return date
  }
  return undefined
}
