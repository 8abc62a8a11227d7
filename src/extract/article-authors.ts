import type { Cheerio, CheerioAPI } from 'cheerio/slim'
import type { ChildNode, Element } from 'domhandler'
import type { Person } from '../model/index.ts'
import { type JsonLdNode, nodesOf, textsOf, typesOf } from './json-ld.ts'
import type { PageHead } from './page-head.ts'
import { personNames } from './person-names.ts'

const META = [
  'author',
  'article:author',
  'article:author_name',
  'og:article:author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'cxenseparse:author',
  'twitter:creator:name',
]

/**
 * The persons who wrote the article, by the first of these that names any: JSON-LD `author`, the line under the headline
 * that opens with "By", the head's author fields, `rel=author` and `itemprop=author`, what is marked as a byline, the name shown under
 * the headline, what is said below the text.
 */
export function articleAuthors($: CheerioAPI, head: PageHead, about: JsonLdNode | undefined, shown: Shown): readonly Person[] {
  const sources = [
    () => jsonLdAuthors(about, head.jsonLd),
    () => shown.bylines, // readers see it; the head may name whoever entered the article
    () => metaAuthors(head),
    () => linkedAuthors($),
    () => bylineAuthors($),
    () => shown.named,
    () => shown.below,
  ]
  const owner = siteOwner(about, head.jsonLd)
  const notThese = shown.notThese.filter((name) => owner === undefined || letters(name) !== letters(owner))
  for (const bylines of sources) {
    const names = bylines().flatMap((byline) => personNames(byline, notThese))
    if (names.length > 0) return [...new Set(names)].slice(0, 20).map((name) => ({ name }))
  }
  return []
}

/** The person whose site this is: the author's full name, typed as a person's, which no organisation on the page bears. */
function siteOwner(about: JsonLdNode | undefined, all: readonly JsonLdNode[]): string | undefined {
  const [author] = nodesOf(about?.['author'])
  const name = author === undefined || !typesOf(author).includes('Person') ? undefined : textsOf(author['name'])[0]
  if (name === undefined || !/^\p{L}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,2}$/u.test(name)) return undefined
  const isHouse = all.some(
    (node) => typesOf(node).some((type) => /Organization$/.test(type)) && textsOf(node['name']).includes(name),
  )
  return isHouse ? undefined : name
}

function letters(name: string): string {
  return name.toLowerCase().replace(/\P{L}+/gu, '')
}

/** What readers see under the headline and below the text, and names that are no persons here: the site's, the publisher's. */
type Shown = {
  readonly bylines: readonly string[]
  readonly named: readonly string[]
  readonly below: readonly string[]
  readonly notThese: readonly string[]
}

/** An author may be a name, an object, or a reference to an object elsewhere on the page. */
function jsonLdAuthors(about: JsonLdNode | undefined, all: readonly JsonLdNode[]): readonly string[] {
  const stated = about?.['author'] ?? about?.['creator']
  const names = Array.isArray(stated) ? stated : [stated]
  return names.slice(0, 20).flatMap((author: unknown) => {
    if (typeof author === 'string') return [author]
    return nodesOf(author).flatMap((node) => {
      const full = 'name' in node || 'familyName' in node ? node : all.find((one) => one['@id'] === node['@id'] && 'name' in one)
      const isOrganisation = full !== undefined && typesOf(full).some((type) => /Organization$/.test(type))
      if (full === undefined || isOrganisation) return []
      return 'name' in full ? textsOf(full['name']) : [[...textsOf(full['givenName']), ...textsOf(full['familyName'])].join(' ')]
    })
  })
}

function metaAuthors(head: PageHead): readonly string[] {
  for (const name of META) {
    const contents = (head.meta.get(name) ?? [])
      .map((one) => (/^(?:dc|citation)/.test(name) ? unturned(one) : one))
      .filter((one) => !/^https?:|facebook\.com|^@/i.test(one))
    if (contents.some((one) => personNames(one).length > 0)) return contents
  }
  return /written|author|by|von|por|par/i.test(head.meta.get('twitter:label1')?.[0] ?? '')
    ? (head.meta.get('twitter:data1') ?? [])
    : []
}

/** Catalogues write the family name first: `Roe, Jane`. */
function unturned(name: string): string {
  return name.replace(/^\s*([\p{L}'’-]+),\s*([\p{L}'’. -]+)$/u, '$2 $1')
}

function linkedAuthors($: CheerioAPI): readonly string[] {
  const marked = $('[itemprop~="author"],a[rel~="author"]').toArray().slice(0, 10)
  return marked
    .filter((element) => $(element).closest('[class*="comment"],[id*="comment"],aside,footer').length === 0)
    .map((element) => {
      const name = $(element).find('[itemprop~="name"]').first()
      return name.attr('content') ?? $(element).attr('content') ?? spaced(name.length > 0 ? name : $(element))
    })
}

const BYLINE =
  '[class*="byline" i],[class*="author-name" i],[class*="author__name" i],[class*="authorname" i],[class*="article-author" i],[class~="author" i],[class~="authors" i],[data-testid*="byline" i]'

function bylineAuthors($: CheerioAPI): readonly string[] {
  const marked = $(BYLINE).toArray().slice(0, 5)
  const first = marked.find((element) => {
    const text = $(element).text().trim()
    return (
      text.length > 3 &&
      text.length < 200 &&
      $(element).closest('[class*="comment" i],[id*="comment" i],aside,footer').length === 0
    )
  })
  if (first === undefined) return []
  const whole = spaced($(first))
  return personNames(whole).length > 0 ? [whole] : texts($(first)).filter((text) => /\S\s\S/.test(text.trim())) // a name and an office may have an element each
}

/** Text with its parts kept apart: "Written by" and the name may stand in two elements without a space. */
function spaced(element: Cheerio<Element>): string {
  return texts(element).join(' ')
}

function texts(element: Cheerio<Element>): readonly string[] {
  const parts: string[] = []
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') parts.push(node.data)
      else if (node.type === 'tag') walk(node.children)
    }
  }
  for (const one of element.toArray()) walk(one.children)
  return parts
}
