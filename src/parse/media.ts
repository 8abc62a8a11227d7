import type { HttpUrl } from '../model/index.ts'
import { urlFrom } from './entry-url.ts'
import { plainLine } from './plain-line.ts'
import { childrenOf, childText, type XmlNode } from './xml-node.ts'

export type StatedEnclosure = { readonly url: HttpUrl; readonly type?: string | undefined; readonly length?: number | undefined }

const MOST = 50

/** Files that come with an entry: RSS enclosures, Atom's enclosure links, Media RSS sound and film. Each address once. */
export function enclosuresOf(node: XmlNode, base: string | undefined): readonly StatedEnclosure[] {
  const stated = [
    ...childrenOf(node, 'enclosure').map(
      (one) => [one, one.attributes?.['url'] ?? one.attributes?.['href'] ?? one.attributes?.['rdf:resource']] as const,
    ),
    ...childrenOf(node, 'atom:link', 'link')
      .filter(({ attributes }) => attributes?.['rel']?.trim().toLowerCase() === 'enclosure')
      .map((one) => [one, one.attributes?.['href']] as const),
    ...mediaContents(node)
      .filter((one) => !isPicture(one))
      .map((one) => [one, one.attributes?.['url']] as const),
  ]
  const found = new Map<string, StatedEnclosure>()
  for (const [one, address] of stated) {
    const url = urlFrom(address, one.base ?? base)
    if (url === undefined || found.has(url) || found.size >= MOST) continue
    found.set(url, {
      url,
      type: mediaType(one.attributes?.['type']),
      length: size(one.attributes?.['length'] ?? one.attributes?.['filesize']),
    })
  }
  return [...found.values()]
}

/** The picture that an entry states as its own: the widest of Media RSS, a thumbnail, iTunes' or an enclosure. */
export function pictureOf(node: XmlNode, base: string | undefined): HttpUrl | undefined {
  const pictures = mediaContents(node).filter(isPicture)
  const widest = pictures.toSorted((a, b) => width(b) - width(a))
  const stated = [
    ...widest.map((one) => [one, one.attributes?.['url']] as const),
    ...[...mediaGroups(node), ...mediaContents(node)]
      .flatMap((one) => childrenOf(one, 'media:thumbnail'))
      .map((one) => [one, one.attributes?.['url'] ?? one.text] as const),
    ...childrenOf(node, 'itunes:image', 'image', 'image:image').map(
      (one) =>
        [
          one,
          one.attributes?.['href'] ?? one.attributes?.['rdf:resource'] ?? childText(one, 'url', 'image:loc') ?? one.text,
        ] as const,
    ),
    ...childrenOf(node, 'enclosure')
      .filter((one) => /^image\//i.test(one.attributes?.['type'] ?? ''))
      .map((one) => [one, one.attributes?.['url']] as const),
  ]
  for (const [one, address] of stated) {
    const url = urlFrom(address, one.base ?? base)
    if (url !== undefined) return url
  }
  return undefined
}

/** Whose pictures an entry's are, as Media RSS says. */
export function pictureCredits(node: XmlNode): readonly string[] {
  const found = new Set<string>()
  for (const one of [...mediaGroups(node), ...mediaContents(node)]) {
    for (const credit of childrenOf(one, 'media:credit')) {
      const name = plainLine(credit.text)
      if (name !== undefined && found.size < 10) found.add(name)
    }
  }
  return [...found]
}

function mediaGroups(node: XmlNode): readonly XmlNode[] {
  return [node, ...childrenOf(node, 'media:group')]
}

function mediaContents(node: XmlNode): readonly XmlNode[] {
  return mediaGroups(node)
    .flatMap((one) => childrenOf(one, 'media:content'))
    .slice(0, MOST)
}

function isPicture(one: XmlNode): boolean {
  const { medium, type, url } = one.attributes ?? {}
  if (medium !== undefined) return medium.toLowerCase() === 'image'
  if (type !== undefined) return /^image\//i.test(type)
  return !/\.(?:mp[34]|m4[av]|mov|webm|og[agv]|wav|m3u8|pdf)(?:[?#]|$)/i.test(url ?? '')
}

function width(one: XmlNode): number {
  return size(one.attributes?.['width']) ?? 0
}

/** A media type without its parameters; undefined for what is none. */
export function mediaType(stated: string | undefined): string | undefined {
  const type = stated?.trim().toLowerCase()
  return type !== undefined && type.length < 100 && /^[a-z0-9][\w.+-]*\/[\w.+*-]+/.test(type) ? stated?.trim() : undefined
}

/** A count of bytes or pixels; undefined for what is none. */
export function size(stated: string | undefined): number | undefined {
  const text = stated?.trim().replaceAll(',', '')
  return text !== undefined && /^\d{1,13}$/.test(text) ? Number(text) : undefined
}
