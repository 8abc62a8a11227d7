import type { CheerioAPI } from 'cheerio/slim'
import type { Person } from '../model/index.ts'
import { beginsAsPerson } from './given-names.ts'
import { isPerson } from './is-person.ts'
import { type JsonLdNode, nodesOf, textsOf, typesOf } from './json-ld.ts'
import { jsonLdAuthors } from './json-ld-authors.ts'
import { bylineAuthors, linkedAuthors, type MarkedElements, markedElements, picturedAuthors } from './marked-authors.ts'
import { metaAuthors } from './meta-authors.ts'
import type { PageHead } from './page-head.ts'
import { personNames } from './person-names.ts'

const MOST = 20

/** What readers see under the headline and below the text, and names that are no persons here: the site's, the publisher's. */
type Shown = {
  readonly bylines: readonly string[]
  readonly named: readonly string[]
  readonly alone: readonly string[]
  readonly below: readonly string[]
  readonly notThese: readonly string[]
}

/**
 * The persons who wrote the article, by the first of these that names any: JSON-LD `author`, the line under the headline
 * that opens with "By", the head's author fields, `rel=author` and `itemprop=author`, what is marked as a byline, the name shown under
 * the headline, what is said below the text, the picture of an author. Where the line for readers names all of them and more, it counts.
 */
export function articleAuthors($: CheerioAPI, head: PageHead, about: JsonLdNode | undefined, shown: Shown): readonly Person[] {
  const notThese = withoutOwner(shown.notThese, about, head.jsonLd)
  const persons = (bylines: readonly string[]): readonly string[] => [
    ...new Set(bylines.flatMap((byline) => personNames(byline, notThese))),
  ]
  let marked: MarkedElements | undefined
  const inMarkup = (): MarkedElements => {
    marked ??= markedElements($.root().get(0)?.children ?? [])
    return marked
  }
  const sources = [
    () => jsonLdAuthors(about, head.jsonLd),
    () => shown.bylines, // readers see it; the head may name whoever entered the article
    () => metaAuthors(head),
    () => linkedAuthors($, inMarkup()),
    () => bylineAuthors($, inMarkup()),
    () => shown.named,
    () => shown.alone,
    () => shown.below,
    () => picturedAuthors($, inMarkup()),
  ]
  for (const bylines of sources) {
    const names = persons(bylines())
    if (names.length > 0)
      return fuller(names, persons(shown.bylines))
        .slice(0, MOST)
        .map((name) => ({ name }))
  }
  return []
}

/** Machines are often told of the first author only. */
function fuller(names: readonly string[], seen: readonly string[]): readonly string[] {
  const letters = new Set(seen.map(lettersOf))
  const isMore = seen.length > names.length && names.every((name) => letters.has(lettersOf(name)))
  return isMore && seen.every((name) => /\S\s\S/.test(name)) ? seen : names
}

/** The site of a person bears that person's name: an author stated as a person, or a name with a first name that many bear. */
function withoutOwner(houses: readonly string[], about: JsonLdNode | undefined, all: readonly JsonLdNode[]): readonly string[] {
  const stated = statedOwner(about, all)
  const owners = new Set(
    [
      ...houses.filter((name) => FULL_NAME.test(name) && isPerson(name) && beginsAsPerson(name)),
      ...(stated === undefined ? [] : [stated]),
    ].map(lettersOf),
  )
  return houses.filter((name) => !owners.has(lettersOf(name)))
}

const FULL_NAME = /^\p{L}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,3}$/u

/** The person whose site this is: the author's full name, typed as a person's, which no organisation on the page bears. */
function statedOwner(about: JsonLdNode | undefined, all: readonly JsonLdNode[]): string | undefined {
  const [author] = nodesOf(about?.['author'])
  const name = author === undefined || !typesOf(author).includes('Person') ? undefined : textsOf(author['name'])[0]
  if (name === undefined || !FULL_NAME.test(name)) return undefined
  const isHouse = all.some(
    (node) => typesOf(node).some((type) => /Organization$/.test(type)) && textsOf(node['name']).includes(name),
  )
  return isHouse ? undefined : name
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/\P{L}+/gu, '')
}
