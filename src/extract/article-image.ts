import type { Enclosure } from '../model/index.ts'
import { cleanText, httpUrl, plainText } from '../text/index.ts'
import { type JsonLdNode, nodesOf, textsOf } from './json-ld.ts'
import type { PageHead } from './page-head.ts'

/** The article's picture and whose it is. */
export type ArticleImage = Enclosure & { readonly credit?: string }

const CREDIT = ['creditText', 'copyrightHolder', 'copyrightNotice', 'creator', 'author']

/** The picture that the page names for the article: `og:image`, JSON-LD, `twitter:image`; its credit from JSON-LD where stated. */
export function articleImage(head: PageHead, about: JsonLdNode | undefined): ArticleImage | undefined {
  const image = nodesOf(about?.['image'])[0]
  const addresses = [
    ...(head.meta.get('og:image:secure_url') ?? []),
    ...(head.meta.get('og:image') ?? []),
    ...(head.meta.get('og:image:url') ?? []),
    ...textsOf(image?.['url'] ?? image?.['contentUrl']),
    ...textsOf(about?.['image']),
    ...(head.meta.get('twitter:image') ?? []),
    ...(head.meta.get('twitter:image:src') ?? []),
  ]
  const url = addresses.map((address) => httpUrl(address, head.base)).find((one) => one !== undefined)
  if (url === undefined) return undefined
  const type = head.meta.get('og:image:type')?.find((one) => /^image\/[\w.+-]{1,40}$/.test(one))
  const credit = CREDIT.flatMap((key) => textsOf(image?.[key])).map((text) => cleanText(plainText(text.slice(0, 300))))[0]
  return { url, ...(type === undefined ? {} : { type }), ...(credit === undefined || credit === '' ? {} : { credit }) }
}
