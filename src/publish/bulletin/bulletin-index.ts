import { readerLanguage } from '../entry/reader-language.ts'
import { escapeText } from '../markup/escape.ts'
import { names } from '../pages/names.ts'
import { pageShell } from '../pages/page-shell.ts'
import { BULLETIN_STYLE } from '../pages/styles/bulletin-style.ts'
import type { Channel } from '../publication.ts'
import { wordsOf } from '../words/words-of.ts'
import { bulletinLinks, bulletinMasthead } from './bulletin-page.ts'
import { printedDay } from './bulletins.ts'

/** The list of all bulletins that can be read, newest first. */
export function bulletinIndex(channel: Channel, days: readonly string[]): string {
  const words = wordsOf(readerLanguage(channel.language))
  const named = names(words)
  const title = `${channel.title}: ${words.daily.name}`
  const lines = days
    .toSorted()
    .reverse()
    .map((day) => `<li><a href="${day}.html">${printedDay(day)}</a> <span>${escapeText(named.day(day))}</span></li>`)
  const bodyHtml = `${bulletinMasthead(channel, words)}
<main>
<h2>${escapeText(words.daily.all)}</h2>
${lines.length === 0 ? `<p>${escapeText(words.empty)}</p>` : `<ol class="all">${lines.join('\n')}</ol>`}
</main>
<footer><p>${escapeText(words.rights)}</p></footer>`
  return pageShell({ words, title, bodyClass: 'bulletin', style: BULLETIN_STYLE, feeds: bulletinLinks(), bodyHtml })
}
