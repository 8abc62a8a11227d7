import { type FeedInfo, present } from '../model/index.ts'
import { cleanText } from '../text/index.ts'
import { linkOf, textLink, urlFrom } from './entry-url.ts'
import { feedPace } from './feed-pace.ts'
import { type Fields, fieldsOf, firstText } from './fields.ts'
import { pictureAddress } from './media.ts'
import { personsOf } from './persons.ts'
import { type Around, categoriesOf, entryTitle, firstDate, firstLine, lastModified, licenceOf } from './stated-entry.ts'
import { childrenOf, type XmlNode } from './xml-node.ts'

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
  const fields = fieldsOf(channel)
  const base = channel.base ?? around.base
  const language = firstText(fields.language) ?? channel.language ?? options.language
  const dates = language === undefined ? around : { ...around, language }
  return present({
    format,
    title: entryTitle(fields),
    url:
      textLink(fields.link, base) ??
      linkOf(fields, 'alternate', base) ??
      urlFrom(channel.attributes?.['href'], base) ??
      textLink(fields.id, undefined),
    description: firstLine([...(fields.summary ?? []), ...(fields.subtitle ?? [])]),
    language: language === undefined ? undefined : cleanText(language).slice(0, 35) || undefined,
    updated: firstDate(fields.updated, dates) ?? firstDate(fields.published, dates) ?? lastModified(channel, dates),
    rights: firstLine(fields.rights),
    licence: licenceOf(fields, base),
    generator: firstLine(fields.generator),
    image: imageOf(fields, base) ?? imageOf({ image: childrenOf(root, ['image']) }, base),
    authors: personsOf(fields.author, base).map((one) => present(one)),
    categories: categoriesOf(fields),
    pace: feedPace(channel),
  })
}

function imageOf({ image, logo, thumbnail }: Fields, base: string | undefined): FeedInfo['image'] {
  for (const list of [image?.filter(({ name }) => name === 'image'), logo, image, thumbnail]) {
    for (const one of list ?? []) {
      const url = urlFrom(pictureAddress(one), one.base ?? base)
      if (url !== undefined) return url
    }
  }
  return undefined
}
