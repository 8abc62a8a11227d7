import { present } from '../model/index.ts'
import { documentBase } from './document-base.ts'
import { isEntry } from './element-kinds.ts'
import { entryReader } from './entry-reader.ts'
import { linkOf, textLink } from './entry-url.ts'
import { feedInfo } from './feed-info.ts'
import { fieldsOf } from './fields.ts'
import { recognised } from './format.ts'
import { insteadOfFeed } from './instead-of-feed.ts'
import type { About, Reading, Slip } from './reading.ts'
import { readSitemap } from './sitemap.ts'
import type { Around } from './stated-entry.ts'
import { childText, type XmlNode } from './xml-node.ts'
import { xmlSlip } from './xml-slip.ts'
import { xmlTree } from './xml-tree.ts'

/** Reads a document that looks like XML: RSS of every version, Atom, CDF, a sitemap; or says what it is instead. */
export function readXml(text: string, about: About, warnings: readonly string[]): Reading {
  return readTree(text, { about, warnings, cuts: true }) ?? readTree(text, { about, warnings, cuts: false }) ?? NOTHING
}

const NOTHING: Reading = { kind: 'unreadable', code: 'xml', message: 'XML that cannot be read' }

type Task = { readonly about: About; readonly warnings: readonly string[]; readonly cuts: boolean }

/** Undefined when entries that were cut out turn out to be written unusually. */
function readTree(text: string, { about, warnings, cuts }: Task): Reading | undefined {
  const base = documentBase(about)
  const tree = xmlTree(text, { base, cuts })
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
  const read = entryReader()
  const slips: Slip[] = []
  for (const node of entries) {
    const whole = node.unread === undefined ? node : read(node.unread)
    if (whole === undefined) return undefined
    slips.push(xmlSlip(whole, around, node))
  }
  return { kind: 'document', feed, slips, warnings: [...warnings, ...tree.warnings], around }
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
