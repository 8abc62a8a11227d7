import { escapeUTF8 } from 'entities'
import type { StatedEntry } from './stated-entry.ts'

/**
 * Elements of the canonical document that rss-parser has to be told of. Short, since its XML reader tests every letter of a name; and none
 * that it knows itself, since from those it makes a snippet with a regular expression that is quadratic in unclosed tags (3.13).
 */
export const OWN = {
  summary: 'k-s',
  content: 'k-c',
  updated: 'k-u',
  language: 'k-l',
  author: 'k-a',
  source: 'k-o',
  rights: 'k-r',
  licence: 'k-t',
  enclosure: 'k-e',
  image: 'k-i',
  credit: 'k-p',
} as const

/** Stands for a body. */
export const BODY = '+'

/**
 * One sound `<rss version="2.0">` that rss-parser reads right: names it knows or was told of, dates in ISO 8601, absolute links. Where an
 * entry has a body stands `BODY` instead: its XML reader looks at every letter, and a body is the same when it comes back.
 */
export function canonicalRss(entries: readonly StatedEntry[]): string {
  let xml = '<rss version="2.0"><channel>'
  for (const entry of entries) xml += `<item>${fieldsOf(entry) || '<k/>'}</item>` // an item without elements would be read as an empty string
  return `${xml}</channel></rss>`
}

function fieldsOf(entry: StatedEntry): string {
  let xml = element('guid', entry.id) + element('link', entry.url) + element('title', entry.title)
  if (entry.published !== undefined) xml += element('pubDate', entry.published.toISOString())
  for (const category of entry.categories) xml += element('category', category)
  if (entry.summary !== undefined) xml += element(OWN.summary, BODY)
  if (entry.content !== undefined) xml += element(OWN.content, BODY)
  if (entry.updated !== undefined) xml += element(OWN.updated, entry.updated.toISOString())
  for (const person of entry.authors) {
    const isNameOnly = person.email === undefined && person.url === undefined
    xml += isNameOnly ? element(OWN.author, person.name) : empty(OWN.author, person)
  }
  xml += element(OWN.language, entry.language) + element(OWN.rights, entry.rights) + element(OWN.licence, entry.licence)
  if (entry.source !== undefined) xml += empty(OWN.source, entry.source)
  for (const { url, type, length } of entry.enclosures)
    xml += empty(OWN.enclosure, { url, type, length: length === undefined ? undefined : String(length) })
  xml += element(OWN.image, entry.image)
  for (const credit of entry.imageCredit) xml += element(OWN.credit, credit)
  return xml
}

function element(name: string, text: string | undefined): string {
  if (text === undefined) return ''
  if (!text.includes('<') && !text.includes('&')) return `<${name}>${text}</${name}>`
  return `<${name}><![CDATA[${text.includes(']]>') ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text}]]></${name}>`
}

function empty(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  let written = ''
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) written += ` ${key}="${escapeUTF8(value)}"`
  return `<${name}${written}/>`
}
