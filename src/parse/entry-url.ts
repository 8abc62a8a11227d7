import type { HttpUrl } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { child, childrenOf, type XmlNode } from './xml-node.ts'

/** An address as stated, absolute; undefined when it is none. White space inside is a line break of the feed's, no part of it. */
export function urlFrom(stated: string | undefined, base: string | undefined): HttpUrl | undefined {
  if (stated === undefined || stated.length > 4_096) return undefined
  const address = withoutLead(stated.trim()).replace(/[\n\r\t]+\s*/g, '')
  if (address === '') return undefined
  return httpUrl(/^www\./i.test(address) ? `http://${address}` : address, base)
}

/** Words or dashes in front of an address that stands on a line of its own. */
function withoutLead(text: string): string {
  const at = text.search(/\shttps?:\/\//i)
  return at < 0 || at > 200 || /^https?:/i.test(text) ? text : text.slice(at).trim()
}

/** The first `atom:link` (or `link` with an href) of a relation that is an http address; those of HTML first. `alternate` is the default relation. */
export function linkOf(node: XmlNode, relation: string, base: string | undefined): HttpUrl | undefined {
  const links = childrenOf(node, 'atom:link', 'link').filter(({ attributes }) => {
    const rel = attributes?.['rel']?.trim().toLowerCase() ?? ''
    return (
      attributes?.['href'] !== undefined &&
      (rel === relation ||
        rel === `http://www.iana.org/assignments/relation/${relation}` ||
        (rel === '' && relation === 'alternate'))
    )
  })
  const ordered = links.length < 2 ? links : [...links.filter(isPage), ...links.filter((link) => !isPage(link))]
  for (const link of ordered) {
    const url = urlFrom(link.attributes?.['href'], link.base ?? base)
    if (url !== undefined) return url
  }
  return undefined
}

function isPage(link: XmlNode): boolean {
  return /^(?:text\/html|application\/xhtml)/i.test(link.attributes?.['type'] ?? 'text/html')
}

/** The address of an entry: where the publisher shows it. A guid counts when it is meant as a permalink, an Atom id when nothing else is there. */
export function entryUrl(node: XmlNode, base: string | undefined): HttpUrl | undefined {
  const original = child(node, 'feedburner:origlink', 'feedburner:origenclosurelink')
  return (
    urlFrom(original?.text, original?.base ?? base) ??
    textLink(node, base) ??
    linkOf(node, 'alternate', base) ??
    permalink(node, base) ??
    urlFrom(node.attributes?.['href'], base) ??
    absolute(node.attributes?.['rdf:about']) ??
    absolute(child(node, 'atom:id', 'dc:identifier')?.text) ??
    linkOf(node, 'related', base) ??
    urlFrom(child(node, 'enclosure')?.attributes?.['url'], base)
  )
}

function textLink(node: XmlNode, base: string | undefined): HttpUrl | undefined {
  for (const link of childrenOf(node, 'link', 'url')) {
    const url = urlFrom(link.text, link.base ?? base)
    if (url !== undefined) return url
  }
  return undefined
}

function permalink(node: XmlNode, base: string | undefined): HttpUrl | undefined {
  const guid = child(node, 'guid')
  if (guid === undefined) return undefined
  const isStated = guid.attributes?.['ispermalink']?.trim().toLowerCase()
  if (isStated === 'true') return urlFrom(guid.text, guid.base ?? base)
  return isStated === 'false' ? undefined : absolute(guid.text)
}

function absolute(stated: string | undefined): HttpUrl | undefined {
  return stated !== undefined && /^\s*https?:\/\//i.test(stated) ? urlFrom(stated, undefined) : undefined
}
