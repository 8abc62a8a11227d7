import { escapeUTF8 } from 'entities'
import type { StatedEntry } from './stated-entry.ts'

/**
 * One sound `<rss version="2.0">` that rss-parser 3.13 reads right: known names, dates in ISO 8601, absolute links. Bodies stand in private
 * elements (`k:…`): from those it knows it makes a snippet with a regular expression that is quadratic in unclosed tags.
 */
export function canonicalRss(entries: readonly StatedEntry[]): string {
  const parts = ['<rss version="2.0" xmlns:k="urn:kaynak:entry"><channel>']
  for (const [index, entry] of entries.entries()) {
    parts.push(`<item><k:place>${index}</k:place>`) // rss-parser reads an item without elements as an empty string
    if (entry.id !== undefined) parts.push(element('guid', entry.id))
    if (entry.url !== undefined) parts.push(element('link', entry.url))
    if (entry.title !== undefined) parts.push(element('title', entry.title))
    if (entry.published !== undefined) parts.push(element('pubDate', entry.published.toISOString()))
    for (const category of entry.categories) parts.push(element('category', category))
    if (entry.summary !== undefined) parts.push(element('k:summary', entry.summary))
    if (entry.content !== undefined) parts.push(element('k:content', entry.content))
    if (entry.updated !== undefined) parts.push(element('k:updated', entry.updated.toISOString()))
    if (entry.language !== undefined) parts.push(element('k:language', entry.language))
    for (const { name, email, url } of entry.authors) parts.push(empty('k:author', { name, email, url }))
    if (entry.source !== undefined) parts.push(empty('k:source', entry.source))
    if (entry.rights !== undefined) parts.push(element('k:rights', entry.rights))
    if (entry.licence !== undefined) parts.push(element('k:licence', entry.licence))
    for (const { url, type, length } of entry.enclosures)
      parts.push(empty('k:enclosure', { url, type, length: length === undefined ? undefined : String(length) }))
    if (entry.image !== undefined) parts.push(element('k:image', entry.image))
    for (const credit of entry.imageCredit) parts.push(element('k:credit', credit))
    parts.push('</item>')
  }
  parts.push('</channel></rss>')
  return parts.join('')
}

function element(name: string, text: string): string {
  const plain = !text.includes('<') && !text.includes('&')
  return `<${name}>${plain ? text.replaceAll('>', '&gt;') : `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`}</${name}>`
}

function empty(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeUTF8(value)}"`],
  )
  return `<${name}${written.join('')}/>`
}
