import type { ReaderLanguage } from '../../text/index.ts'
import { directionOf } from '../entry/direction.ts'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { revisionWords } from '../entry/revision-words.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import { feedLinks } from '../pages/page-place.ts'
import { pageShell } from '../pages/page-shell.ts'
import { pictureless } from '../pages/pictureless.ts'
import { BULLETIN_STYLE } from '../pages/styles/bulletin-style.ts'
import type { Channel } from '../publication.ts'
import type { PageWords } from '../words/page-words.ts'
import { wordsOf } from '../words/words-of.ts'
import { type Bulletin, printedDay } from './bulletins.ts'
import { capitals } from './capitals.ts'

/**
 * A day as a bulletin, made to be printed: a masthead in two languages, then for each story its title in capitals, the bulletin's
 * date, the outlet with its own date, the text, and the source with its address in full.
 */
export function bulletinPage(channel: Channel, { day, entries }: Bulletin): string {
  const words = wordsOf(readerLanguage(channel.language))
  const title = `${channel.title}, ${printedDay(day)}`
  const bodyHtml = `${bulletinMasthead(channel, words)}
<main>
<p class="date">${printedDay(day)}</p>
${entries.map((entry) => article(entry, day, words.language)).join('\n')}
</main>
<footer><p>${escapeText(words.rights)}</p></footer>`
  return pageShell({ words, title, bodyClass: 'bulletin', style: BULLETIN_STYLE, feeds: bulletinLinks(), bodyHtml })
}

/** The channel's name over "Daily bulletin" in its own language and in a second one: Turkish, or English for a Turkish channel. */
export function bulletinMasthead(channel: Channel, words: PageWords): string {
  const second = wordsOf(words.language === 'tr' ? 'en' : 'tr')
  const name = (one: PageWords): string => `<span lang="${one.language}">${escapeText(one.daily.name)}</span>`
  const about =
    channel.description === undefined
      ? ''
      : `<p><bdi lang="${escapeAttribute(channel.language)}">${escapeText(channel.description)}</bdi></p>\n`
  return `<header>
<h1><bdi lang="${escapeAttribute(channel.language)}">${escapeText(channel.title)}</bdi></h1>
<p class="names">${name(words)} <span aria-hidden="true">/</span> ${name(second)}</p>
${about}<nav aria-label="${escapeAttribute(words.sections)}"><a href="../index.html">${escapeText(words.home)}</a> <a href="index.html">${escapeText(words.daily.all)}</a> <a href="feed.xml">RSS</a></nav>
</header>`
}

/** The bulletins' own feed first, then the main ones. */
export function bulletinLinks(): ReturnType<typeof feedLinks> {
  return [{ type: 'application/rss+xml', href: 'feed.xml', title: 'RSS' }, ...feedLinks('../')]
}

function article(entry: PublishedEntry, day: string, reader: ReaderLanguage): string {
  const { language, parts } = entry
  const lang = language === undefined ? '' : ` lang="${escapeAttribute(language)}"`
  const revised = revisionWords(entry.story.lead, reader)
  const correction = revised === undefined ? '' : ` · <bdi lang="${reader}">${escapeText(revised)}</bdi>`
  const text = entry.story.lead.republish === 'full' ? pictureless(parts.text) : parts.text
  return `<article id="s-${entry.id.slice(9)}" dir="${directionOf(language)}">
<h2${lang}>${escapeText(capitals(entry.title, language))}</h2>
<p class="printed" dir="ltr">- ${printedDay(day)}</p>
<p class="outlet"${lang}>${escapeText(entry.credit)}${correction}</p>
<div class="text"${lang}>${text}${parts.also}${parts.licence}</div>
${parts.last}
</article>`
}
