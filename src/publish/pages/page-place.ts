import type { ReaderLanguage } from '../../text/index.ts'
import { READER_LANGUAGES } from '../entry/reader-language.ts'
import type { PageWords } from '../words/page-words.ts'
import { wordsOf } from '../words/words-of.ts'

/** Pages that exist in every language. */
export type PageName = 'index' | 'sources'

/** Where a page stands in the output and in which language it speaks. */
export type PagePlace = {
  readonly words: PageWords
  /** the language in which the channel's own pages speak */
  readonly own: ReaderLanguage
  /** from the page to the root of the output: empty, or `../` as often as needed */
  readonly root: string
  readonly current?: PageName | 'bulletin'
  readonly title?: string
  readonly languages: readonly { readonly language: ReaderLanguage; readonly href: string }[]
  readonly feeds: readonly { readonly type: string; readonly href: string; readonly title: string }[]
}

/** The places of one page in every language, relative to the root of the output. */
export function pagePlaces(name: PageName, own: ReaderLanguage): readonly { readonly path: string; readonly place: PagePlace }[] {
  const languages = READER_LANGUAGES.map((language) => ({ language, href: pageFile(name, language, own) }))
  return READER_LANGUAGES.map((language) => ({
    path: pageFile(name, language, own),
    place: { words: wordsOf(language), own, root: '', current: name, languages, feeds: feedLinks('') },
  }))
}

/** `index.html` in the channel's own language, `index.tr.html` and so on in the others. */
export function pageFile(name: PageName, language: ReaderLanguage, own: ReaderLanguage): string {
  return language === own ? `${name}.html` : `${name}.${language}.html`
}

/** The place of a page in `by/language/`, in the channel's own language, with the feeds of its part. */
export function partPlace(title: string, name: string, own: ReaderLanguage): PagePlace {
  const feeds = [
    { type: 'application/rss+xml', href: `${name}.xml`, title: `RSS: ${title}` },
    { type: 'application/atom+xml', href: `${name}.atom.xml`, title: `Atom: ${title}` },
    { type: 'application/feed+json', href: `${name}.json`, title: `JSON Feed: ${title}` },
  ]
  return { words: wordsOf(own), own, root: '../../', title, languages: [], feeds }
}

/** The main feeds, to be found by a reader that is given the address of a page. */
export function feedLinks(root: string): PagePlace['feeds'] {
  return [
    { type: 'application/rss+xml', href: `${root}feed.xml`, title: 'RSS' },
    { type: 'application/atom+xml', href: `${root}atom.xml`, title: 'Atom' },
    { type: 'application/feed+json', href: `${root}feed.json`, title: 'JSON Feed' },
  ]
}
