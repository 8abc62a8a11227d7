import { type FeedInfo, present } from '../model/index.ts'
import { cleanText, parseDate } from '../text/index.ts'
import { linkOf, urlFrom } from './entry-url.ts'
import { feedPace } from './feed-pace.ts'
import { personsOf } from './persons.ts'
import { plainLine } from './plain-line.ts'
import { type Around, categoriesOf, entryTitle, firstDate, licenceOf } from './stated-entry.ts'
import { htmlOf } from './text-construct.ts'
import { child, childrenOf, childText, type XmlNode } from './xml-node.ts'

const DESCRIPTIONS = [
  'description',
  'atom:subtitle',
  'atom:tagline',
  'subtitle',
  'dc:description',
  'abstract',
  'atom:info',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
]
const UPDATED = [
  'lastbuilddate',
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'dc:date',
  'pubdate',
  'dcterms:issued',
  'atom:published',
  'atom:issued',
]

/**
 * What a feed says of itself.
 * @param channel the element that holds the feed's own fields
 * @param root the document's root: RSS 1.0 puts the picture beside the channel
 */
export function feedInfo(
  channel: XmlNode,
  root: XmlNode,
  options: { readonly format: string; readonly around: Around; readonly language: string | undefined },
): FeedInfo {
  const { around, format } = options
  const base = channel.base ?? around.base
  const language = childText(channel, 'language', 'dc:language') ?? channel.language ?? options.language
  const dates = language === undefined ? around : { ...around, language }
  return present({
    format,
    title: entryTitle(channel),
    url:
      textLink(channel, base) ??
      linkOf(channel, 'alternate', base) ??
      urlFrom(channel.attributes?.['href'], base) ??
      urlFrom(childText(channel, 'atom:id'), undefined),
    description: firstLine(channel, DESCRIPTIONS),
    language: language === undefined ? undefined : cleanText(language).slice(0, 35) || undefined,
    updated: firstDate(channel, UPDATED, dates) ?? parseDate(channel.attributes?.['lastmod'] ?? ''),
    rights: firstLine(channel, ['copyright', 'atom:rights', 'atom:copyright', 'dc:rights', 'dcterms:rights', 'media:copyright']),
    licence: licenceOf(channel, base),
    generator: firstLine(channel, ['generator', 'atom:generator']),
    image: imageOf(channel, base) ?? imageOf(root, base),
    authors: personsOf(
      channel,
      ['atom:author', 'author', 'dc:creator', 'managingeditor', 'itunes:author', 'dc:author', 'itunes:owner'],
      base,
    ).map(present),
    categories: categoriesOf(channel),
    pace: feedPace(channel),
  })
}

function textLink(channel: XmlNode, base: string | undefined): FeedInfo['url'] {
  for (const link of childrenOf(channel, 'link')) {
    const url = urlFrom(link.text, link.base ?? base)
    if (url !== undefined) return url
  }
  return undefined
}

function firstLine(node: XmlNode, names: readonly string[]): string | undefined {
  for (const name of names) {
    const one = child(node, name)
    const line = one === undefined ? undefined : plainLine(htmlOf(one))
    if (line !== undefined) return line
  }
  return undefined
}

function imageOf(node: XmlNode, base: string | undefined): FeedInfo['image'] {
  for (const one of ['image', 'atom:logo', 'logo', 'itunes:image', 'atom:icon', 'media:thumbnail', 'icon'].flatMap((name) =>
    childrenOf(node, name),
  )) {
    const address =
      childText(one, 'url') ?? one.attributes?.['href'] ?? one.attributes?.['url'] ?? one.attributes?.['rdf:resource'] ?? one.text
    const url = urlFrom(address, one.base ?? base)
    if (url !== undefined) return url
  }
  return undefined
}
