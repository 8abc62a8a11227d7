import type { PageHead } from './page-head.ts'
import { personNames } from './person-names.ts'

const META = [
  'author',
  'authors',
  'article:author',
  'article:author_name',
  'og:article:author',
  'og:author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'cxenseparse:author',
  'shareaholic:article_author_name',
  'twitter:creator:name',
]

/** What the head's author fields state, of the first field that names a person; last, what it tells the readers of previews. */
export function metaAuthors(head: PageHead): readonly string[] {
  for (const name of META) {
    const contents = (head.meta.get(name) ?? [])
      .map((one) => (/^(?:dc|citation)/.test(name) ? unturned(one) : one))
      .filter((one) => !/^https?:|facebook\.com|^@/i.test(one))
    if (contents.some((one) => personNames(one).length > 0)) return contents
  }
  for (const at of [1, 2])
    if (WRITTEN.test(head.meta.get(`twitter:label${at}`)?.[0] ?? '')) return head.meta.get(`twitter:data${at}`) ?? []
  return []
}

const WRITTEN =
  /written|author|autor|auteur|\b(?:by|von|por|par|door|av|af|da|przez)\b|yazan|yazar|автор|написано|كتب|كاتب|بواسطة|نویسنده|נכתב|מאת/iu

/** Catalogues write the family name first: `Roe, Jane`. */
function unturned(name: string): string {
  return name.replace(/^\s*([\p{L}'’-]+),\s*([\p{L}'’. -]+)$/u, '$2 $1')
}
