import type { HttpUrl } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import type { Fields } from './fields.ts'
import type { XmlNode } from './xml-node.ts'

/** An address as stated, absolute; undefined when it is none. White space inside is a line break of the feed's, no part of it. */
export function urlFrom(stated: string | undefined, base: string | undefined): HttpUrl | undefined {
  if (stated === undefined || stated.length > 4_096) return undefined
  const address = withoutLead(stated.trim()).replace(/[\n\r\t]+\s*/g, '')
  if (address === '') return undefined
  return httpUrl(/^www\./i.test(address) ? `http://${address}` : address, base)
}

/** Words or dashes in front of an address that stands on a line of its own. */
function withoutLead(text: string): string {
  if (text.startsWith('http')) return text
  const at = text.search(/\shttps?:\/\//i)
  return at < 0 || at > 200 ? text : text.slice(at).trim()
}

/** The first link element of a relation that holds an http address; those of HTML first. A link without relation is an `alternate` (RFC 4287 4.2.7.2). */
export function linkOf(fields: Fields, relation: string, base: string | undefined): HttpUrl | undefined {
  if (fields.atomLink === undefined && fields.link === undefined) return undefined
  const links = linksOf(fields, relation)
  const ordered = links.length < 2 ? links : [...links.filter(isPage), ...links.filter((link) => !isPage(link))]
  for (const link of ordered) {
    const url = urlFrom(link.attributes?.['href'], link.base ?? base)
    if (url !== undefined) return url
  }
  return undefined
}

/** All link elements of a relation. */
export function linksOf(fields: Fields, relation: string): readonly XmlNode[] {
  const found: XmlNode[] = []
  for (const links of [fields.atomLink, fields.link]) {
    for (const link of links ?? []) {
      if (link.attributes?.['href'] === undefined) continue
      const stated = link.attributes['rel']?.trim().toLowerCase() ?? ''
      const rel = stated === '' ? 'alternate' : stated.replace('http://www.iana.org/assignments/relation/', '')
      if (rel === relation) found.push(link)
    }
  }
  return found
}

function isPage(link: XmlNode): boolean {
  return /^(?:text\/html|application\/xhtml)/i.test(link.attributes?.['type'] ?? 'text/html')
}

/** The address of an entry: where the publisher shows it. A guid counts when it is meant as a permalink, an Atom id when nothing else is there. */
export function entryUrl(node: XmlNode, fields: Fields, base: string | undefined): HttpUrl | undefined {
  return (
    textLink(fields.origin, base) ??
    textLink(fields.link, base) ??
    linkOf(fields, 'alternate', base) ??
    permalink(fields, base) ??
    urlFrom(node.attributes?.['href'], base) ??
    absolute(node.attributes?.['rdf:about']) ??
    absolute(fields.id?.find(({ name }) => name !== 'guid')?.text) ??
    linkOf(fields, 'related', base) ??
    urlFrom(fields.enclosure?.[0]?.attributes?.['url'], base)
  )
}

/** The first address that stands as text. */
export function textLink(links: readonly XmlNode[] | undefined, base: string | undefined): HttpUrl | undefined {
  for (const link of links ?? []) {
    const url = urlFrom(link.text, link.base ?? base)
    if (url !== undefined) return url
  }
  return undefined
}

function permalink(fields: Fields, base: string | undefined): HttpUrl | undefined {
  const guid = fields.id?.find(({ name }) => name === 'guid')
  if (guid === undefined) return undefined
  const isStated = guid.attributes?.['ispermalink']?.trim().toLowerCase()
  if (isStated === 'true') return urlFrom(guid.text, guid.base ?? base)
  return isStated === 'false' ? undefined : absolute(guid.text)
}

function absolute(stated: string | undefined): HttpUrl | undefined {
  return stated !== undefined && /^\s*https?:\/\//i.test(stated) ? urlFrom(stated, undefined) : undefined
}
