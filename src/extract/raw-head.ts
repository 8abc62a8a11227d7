import type { CheerioAPI } from 'cheerio/slim'
import type { Element } from 'domhandler'
import type { HeadElements } from './page-head.ts'

const MAX_CHARS = 64 * 1024
const MAX_EACH = 300

/** A page's metadata markup as HTML: title, links, meta and JSON-LD, in that order, at most 64 KB of whole elements. */
export function rawHead($: CheerioAPI, elements: HeadElements): string {
  const of = (name: string, isWanted: (one: Element) => boolean): readonly Element[] =>
    (elements.get(name) ?? []).filter(isWanted).slice(0, MAX_EACH)
  const parts: string[] = []
  let room = MAX_CHARS
  for (const element of [
    ...of('title', () => true).slice(0, 1),
    ...of('link', (one) => /canonical|license|amphtml/i.test(one.attribs['rel'] ?? '')),
    ...of('meta', (one) => one.attribs['content'] !== undefined && !SETTINGS.test(one.attribs['name'] ?? '')),
    ...of('script', (one) => /ld\+json/i.test(one.attribs['type'] ?? '')),
  ]) {
    const markup = $.html(element)
    if (markup.length > room) continue
    room -= markup.length + 1
    parts.push(markup)
  }
  return parts.join('\n')
}

/** How a page is to be shown or found says nothing of who made it. */
const SETTINGS =
  /^(?:viewport|theme-color|msapplication|apple-(?!mobile-web-app-title)|format-detection|referrer|google-site|fb:|p:domain)/i
