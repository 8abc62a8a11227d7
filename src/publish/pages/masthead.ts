import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { Channel } from '../publication.ts'
import { wordsOf } from '../words/words-of.ts'
import { type PagePlace, pageFile } from './page-place.ts'

/** What the head of a page says and where it leads. */
export type Masthead = {
  readonly channel: Channel
  readonly place: PagePlace
  readonly title: string
  readonly facts: string
}

/** Title, description, facts, the way to the other pages and the feeds, and the page's languages. */
export function mastheadHtml(head: Masthead): string {
  const { channel } = head
  const { words } = head.place
  const about =
    channel.description === undefined
      ? ''
      : `<p class="about"><bdi lang="${escapeAttribute(channel.language)}">${escapeText(channel.description)}</bdi></p>\n`
  return `<a class="skip" href="#stories">${escapeText(words.skip)}</a>
<header class="masthead"><div class="frame">
<h1><bdi>${escapeText(head.title)}</bdi></h1>
${about}<p class="facts">${escapeText(head.facts)}</p>
<nav class="bar" aria-label="${escapeAttribute(words.sections)}"><ul>${sections(head.place)}</ul><ul>${languageLinks(head.place)}</ul></nav>
</div></header>`
}

function sections({ words, own, root, current }: PagePlace): string {
  const link = (href: string, text: string, key?: PagePlace['current']): string =>
    `<li><a href="${root}${href}"${key !== undefined && key === current ? ' aria-current="page"' : ''}>${escapeText(text)}</a></li>`
  return [
    link(pageFile('index', words.language, own), words.home, 'index'),
    link('bulletin/index.html', words.bulletin, 'bulletin'),
    link(pageFile('sources', words.language, own), words.sources, 'sources'),
    link('feed.xml', 'RSS'),
    link('atom.xml', 'Atom'),
    link('feed.json', 'JSON Feed'),
  ].join('')
}

function languageLinks({ words, languages }: PagePlace): string {
  return languages
    .map(({ language, href }) => {
      const isCurrent = language === words.language
      const name = wordsOf(language)
      return `<li><a href="${href}" lang="${language}" dir="${name.direction}" hreflang="${language}"${isCurrent ? ' aria-current="true"' : ''}>${escapeText(name.ownName)}</a></li>`
    })
    .join('')
}
