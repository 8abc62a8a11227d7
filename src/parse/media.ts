import type { HttpUrl } from '../model/index.ts'
import { linksOf, urlFrom } from './entry-url.ts'
import type { Fields } from './fields.ts'
import { plainLine } from './plain-line.ts'
import { childrenOf, childText, type XmlNode } from './xml-node.ts'

export type StatedEnclosure = { readonly url: HttpUrl; readonly type?: string | undefined; readonly length?: number | undefined }

const MOST = 50
const CONTENT = ['media:content']

/** Media RSS of an entry: its contents, also those in groups, and what stands beside and inside them. */
export type Media = { readonly contents: readonly XmlNode[]; readonly holders: readonly XmlNode[] }

/** Collects an entry's Media RSS; undefined when it has none. */
export function mediaOf(fields: Fields): Media | undefined {
  if (fields.media === undefined) return undefined
  const contents = fields.media.flatMap((one) => (one.name === 'media:content' ? [one] : childrenOf(one, CONTENT))).slice(0, MOST)
  return { contents, holders: [...fields.media.slice(0, MOST), ...contents] }
}

/** Files that come with an entry: RSS enclosures, Atom's enclosure links, Media RSS sound and film. Each address once. */
export function enclosuresOf(fields: Fields, media: Media | undefined, base: string | undefined): readonly StatedEnclosure[] {
  const links = linksOf(fields, 'enclosure')
  if (fields.enclosure === undefined && media === undefined && links.length === 0) return []
  const found = new Map<string, StatedEnclosure>()
  const films = media?.contents.filter((one) => !isPicture(one)) ?? []
  for (const one of [...(fields.enclosure ?? []), ...links, ...films]) {
    const { url: address, href, 'rdf:resource': resource, type, length, filesize } = one.attributes ?? {}
    const url = urlFrom(address ?? href ?? resource, one.base ?? base)
    if (url === undefined || found.has(url) || found.size >= MOST) continue
    found.set(url, { url, type: mediaType(type), length: size(length ?? filesize) })
  }
  return [...found.values()]
}

/** The picture that an entry states as its own: the widest of Media RSS, a thumbnail, iTunes' or an enclosure. */
export function pictureOf(fields: Fields, media: Media | undefined, base: string | undefined): HttpUrl | undefined {
  const widest = media?.contents.filter(isPicture).toSorted((a, b) => width(b) - width(a)) ?? []
  const thumbnails = media?.holders.flatMap((one) => childrenOf(one, ['media:thumbnail'])) ?? []
  const enclosed = fields.enclosure?.filter((one) => /^image\//i.test(one.attributes?.['type'] ?? '')) ?? []
  for (const list of [widest, thumbnails, fields.thumbnail, fields.image, enclosed]) {
    for (const one of list ?? []) {
      const url = urlFrom(pictureAddress(one), one.base ?? base)
      if (url !== undefined) return url
    }
  }
  return undefined
}

/** Where a picture element says that its picture is. */
export function pictureAddress(one: XmlNode): string {
  const { href, url, 'rdf:resource': resource } = one.attributes ?? {}
  return url ?? href ?? childText(one, ['url', 'image:loc']) ?? resource ?? one.text
}

/** Whose pictures an entry's are, as Media RSS says. */
export function pictureCredits(fields: Fields, media: Media | undefined): readonly string[] {
  if (fields.credit === undefined && media === undefined) return []
  const found = new Set<string>()
  for (const credit of [
    ...(fields.credit ?? []),
    ...(media?.holders.flatMap((one) => childrenOf(one, ['media:credit'])) ?? []),
  ]) {
    const name = plainLine(credit.text)
    if (name !== undefined && found.size < 10) found.add(name)
  }
  return [...found]
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

/** A media type as stated; undefined for what is none. */
function mediaType(stated: string | undefined): string | undefined {
  const type = stated?.trim()
  return type !== undefined && type.length < 100 && /^[a-z0-9][\w.+-]*\/[\w.+*-]+/i.test(type) ? type : undefined
}

/** A count of bytes or pixels; undefined for what is none. */
export function size(stated: string | undefined): number | undefined {
  const text = stated?.trim().replaceAll(',', '')
  return text !== undefined && /^\d{1,13}$/.test(text) ? Number(text) : undefined
}
