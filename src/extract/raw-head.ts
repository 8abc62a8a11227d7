import type { CheerioAPI } from 'cheerio/slim'

const MAX_CHARS = 64 * 1024

/** A page's metadata markup as HTML: title, meta, link and JSON-LD, in that order of importance, at most 64 KB of whole elements. */
export function rawHead($: CheerioAPI): string {
  const wanted = [
    'title',
    'link[rel~="canonical"],link[rel~="license"],link[rel~="amphtml"]',
    'meta[content]',
    'script[type$="ld+json"]',
  ]
  const parts: string[] = []
  let room = MAX_CHARS
  for (const selector of wanted) {
    for (const element of $(selector).toArray().slice(0, 300)) {
      const markup = $.html(element)
      if (markup.length > room) continue
      room -= markup.length + 1
      parts.push(markup)
    }
  }
  return parts.join('\n')
}
