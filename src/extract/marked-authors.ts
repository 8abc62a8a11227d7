import type { Cheerio, CheerioAPI } from 'cheerio/slim'
import type { ChildNode, Element } from 'domhandler'
import { announcesOther } from './byline-labels.ts'
import { beginsAsPerson } from './given-names.ts'
import { isPerson } from './is-person.ts'
import { personNames } from './person-names.ts'

/** Where readers, other articles and their authors stand. */
const BESIDE = '[class*="comment" i],[id*="comment" i],[class*="related" i],[class*="recommend" i],aside,footer,nav'

const CLASSES =
  /byline|author[-_]{0,2}name|article[-_]{1,2}author|yazar|writer-name|(?:^|\s)(?:authors?|autor|autores|auteur|writer|reporter|muhabir)(?:\s|$)/i
const PROFILE = /\/(?:authors?|auteur|autor|profile|yazarlar|yazar|writers)\//i

/** The elements that are marked as an author's in any way, in document order. */
export type MarkedElements = {
  /** `rel=author`, `itemprop=author` */
  readonly linked: readonly Element[]
  /** by their class */
  readonly named: readonly Element[]
  /** links to authors' pages, and whatever has "author" in its class */
  readonly pictured: readonly Element[]
}

/** Finds them in one walk. */
export function markedElements(top: readonly ChildNode[]): MarkedElements {
  const found: { linked: Element[]; named: Element[]; pictured: Element[] } = { linked: [], named: [], pictured: [] }
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (node.type !== 'tag') continue
      const { class: names = '', rel = '', itemprop = '', href = '', 'data-testid': test = '', property } = node.attribs
      if (
        /(?:^|\s)(?:author|creator)(?:\s|$)/.test(itemprop) ||
        (node.name === 'a' && /(?:^|\s)author(?:\s|$)/i.test(rel)) ||
        property === 'schema:author'
      )
        found.linked.push(node)
      if (names !== '' || test !== '') {
        const name = names.slice(0, 400)
        if (CLASSES.test(name) || /byline|author/i.test(test)) found.named.push(node)
        if (/author|byline/i.test(name)) found.pictured.push(node)
      }
      if (node.name === 'a' && PROFILE.test(href)) found.pictured.push(node)
      walk(node.children)
    }
  }
  walk(top)
  return found
}

/** Who is marked as an author for machines: `rel=author`, `itemprop=author`; not those of other articles that the page announces. */
export function linkedAuthors($: CheerioAPI, { linked }: MarkedElements): readonly string[] {
  const marked = linked
    .slice(0, 12)
    .filter((element) => $(element).closest('[class*="comment"],[id*="comment"],aside,footer').length === 0)
  const own = withoutCards($, marked)
  return own
    .filter((element) => !isOther($, element))
    .map((element) => {
      const name = $(element).find('[itemprop~="name"]').first()
      const text = name.attr('content') ?? $(element).attr('content') ?? spaced(name.length > 0 ? name : $(element))
      return text.trim() === '' ? (pictured($(element)) ?? '') : text
    })
}

/** More text, in characters, than a card holds. */
const WHOLE = 2_500

/** Several articles with an author each: only the one with the headline is the page's. */
function withoutCards($: CheerioAPI, marked: readonly Element[]): readonly Element[] {
  const cards = marked.map((element) => $(element).parent().closest('[itemscope],article').get(0))
  if (new Set(cards.filter((card) => card !== undefined)).size < 2) return marked
  return marked.filter((_, at) => {
    const card = cards[at]
    return card === undefined || $(card).find('h1').length > 0 || $(card).text().length > WHOLE
  })
}

/** Whose name follows "Reviewed by" and the like did something else. */
function isOther($: CheerioAPI, element: Element): boolean {
  let node: ChildNode | null = element
  let before = ''
  for (let up = 0; up < 3 && node !== null && before === ''; up += 1) {
    for (let one: ChildNode | null = node.prev; one !== null && before.length < 40; one = one.prev)
      before = `${one.type === 'text' ? one.data : one.type === 'tag' ? $(one).text().slice(-60) : ''} ${before}`.trim()
    node = node.parent?.type === 'tag' ? node.parent : null
  }
  return announcesOther(before.replace(/\s+/g, ' ').slice(-60).trim())
}

/** Who is named in an element whose class says byline or author; a single word only in the first of them, since places stand beside names. */
export function bylineAuthors($: CheerioAPI, { named }: MarkedElements): readonly string[] {
  let isFirst = true
  for (const element of withoutCards($, named.slice(0, 20))) {
    const text = $(element).text().trim()
    if (text.length < 4 || text.length > 200 || $(element).closest(BESIDE).length > 0 || isOther($, element)) continue
    const whole = spaced($(element))
    const parts = texts($(element)).filter((part) => /\S\s\S/.test(part.trim()) && personNames(part).length > 0) // a name and an office may have an element each
    const names = personNames(whole)
    if (isFirst ? names.length > 0 : names.some(beginsAsPerson)) return [whole]
    if (names.length === 0 && parts.length > 0) return parts.slice(0, 1)
    isFirst = false
  }
  return []
}

/** Who is named only by a picture or a title: `<a href="/author/jane"><img alt="Jane Roe"></a>`. */
export function picturedAuthors($: CheerioAPI, marked: MarkedElements): readonly string[] {
  for (const element of marked.pictured.slice(0, 20)) {
    if ($(element).closest(`${BESIDE},li`).length > 0 || isOther($, element)) continue
    const name = pictured($(element))
    if (name !== undefined) return [name]
  }
  return []
}

function pictured(element: Cheerio<Element>): string | undefined {
  const image = element.find('img[alt]').first()
  const said = [element.attr('title'), element.attr('aria-label'), image.attr('alt'), image.attr('title')]
  for (const text of said) {
    const name = (text ?? '').slice(0, 200).replace(BEFORE, '').replace(BEHIND, '').trim()
    if (/^\p{L}\S+(?: \S+){1,4}$/u.test(name) && isPerson(name)) return name
  }
  return undefined
}

const BEFORE =
  /^(?:(?:photo|picture|headshot|portrait|avatar|image|profile(?: (?:picture|photo|image))?|read more|more|(?:view |see )?(?:all )?(?:posts|articles|stories)|author(?:[’']s)?(?: (?:bio|photo|image|picture|avatar))?|bio|written|profil|foto|photo de|porträt)\s*(?:of|by|about|from|for|on|von|de)?\s*[:：–—-]?\s+)+/iu
const BEHIND = /(?:[’']s)?\s*[:–—-]?\s*\b(?:avatar|photo|picture|image|headshot|profile(?: (?:picture|photo|image))?|bio)$/iu

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
