import { present } from '../model/index.ts'
import { documentBase } from './document-base.ts'
import { isEntry } from './element-kinds.ts'
import { linkOf, textLink } from './entry-url.ts'
import { feedInfo } from './feed-info.ts'
import { fieldsOf } from './fields.ts'
import { recognised } from './format.ts'
import { insteadOfFeed } from './instead-of-feed.ts'
import type { About, Reading } from './reading.ts'
import { readSitemap } from './sitemap.ts'
import type { Around } from './stated-entry.ts'
import { childText, type XmlNode } from './xml-node.ts'
import { xmlSlip } from './xml-slip.ts'
import { xmlTree } from './xml-tree.ts'

/** Reads a document that looks like XML: RSS of every version, Atom, CDF, a sitemap; or says what it is instead. */
export function readXml(text: string, about: About, warnings: readonly string[]): Reading {
  const base = documentBase(about)
  const tree = xmlTree(text, base)
  const found = recognised(tree)
  if (found.kind === 'sitemap') return readSitemap(found.root, about, [...warnings, ...tree.warnings])
  if (found.kind === 'other') return insteadOfFeed(text, found.what, about)
  const { channel, root, format } = found
  const around: Around = present({
    base: base ?? channel.base ?? ownAddress(channel),
    language: childText(channel, ['language', 'dc:language']) ?? channel.language ?? about.contentLanguage,
    now: about.now,
    defaultZone: about.defaultZone,
  })
  const feed = feedInfo(channel, root, { format, around, language: about.contentLanguage })
  const entries: XmlNode[] = []
  collectEntries(tree.top, entries)
  return {
    kind: 'document',
    feed,
    slips: entries.map((node) => xmlSlip(node, around)),
    warnings: [...warnings, ...tree.warnings],
    ...(tree.isCut ? { isCut: true as const } : {}),
    around,
  }
}

/** For a document of unknown address: the site that the feed says it belongs to. */
function ownAddress(channel: XmlNode): string | undefined {
  const fields = fieldsOf(channel)
  return linkOf(fields, 'self', undefined) ?? textLink(fields.link, undefined) ?? linkOf(fields, 'alternate', undefined)
}

/** Entries wherever they stand: beside the channel (RSS 1.0), inside it, in a list. */
function collectEntries(node: XmlNode, found: XmlNode[]): void {
  for (const one of node.children ?? []) {
    if (isEntry(one.name)) found.push(one)
    else if (one.children !== undefined) collectEntries(one, found)
  }
}
