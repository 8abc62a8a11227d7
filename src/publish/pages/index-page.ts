import type { PublishedEntry } from '../entry/published-entry.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { Channel } from '../publication.ts'
import type { PageWords } from '../words/page-words.ts'
import { byDay } from './day.ts'
import { dayPlot } from './day-plot.ts'
import { filterForm } from './filter-form.ts'
import { FILTER_SCRIPT } from './filter-script.ts'
import { mastheadHtml } from './masthead.ts'
import { type Names, names } from './names.ts'
import { outletPlot } from './outlet-plot.ts'
import type { PagePlace } from './page-place.ts'
import { pageShell } from './page-shell.ts'
import { storyArticle } from './story-article.ts'
import { BASE_STYLE } from './styles/base-style.ts'
import { STORY_STYLE } from './styles/story-style.ts'

/** The page that people read: every story with its credit, newest first by day, whole without the script that adds filters. */
export function indexPage(channel: Channel, entries: readonly PublishedEntry[], place: PagePlace): string {
  const { words } = place
  const named = names(words)
  const title = place.title ?? channel.title
  const head = { channel, place, title, facts: facts(entries, words, named) }
  const bodyHtml = `${mastheadHtml(head)}
<div class="frame desk">
${entries.length === 0 ? '' : filterForm(entries, words, named)}
<main id="stories" tabindex="-1">
${entries.length === 0 ? `<p class="nothing">${escapeText(words.empty)}</p>` : days(entries, words, named)}
<p class="nothing" id="nothing" hidden>${escapeText(words.filter.none)}</p>
</main>
<aside class="plots" aria-label="${escapeAttribute(words.plot.perDay)}">
${dayPlot(entries, words, named)}
${outletPlot(entries, words)}
</aside>
</div>
<footer class="foot"><div class="frame"><p>${escapeText(words.rights)}</p>${window(channel, words)}</div></footer>`
  return pageShell({
    words,
    title,
    ...(channel.description === undefined ? {} : { description: channel.description }),
    bodyClass: 'index',
    style: BASE_STYLE + STORY_STYLE,
    script: FILTER_SCRIPT,
    feeds: place.feeds,
    bodyHtml,
  })
}

function days(entries: readonly PublishedEntry[], words: PageWords, named: Names): string {
  return byDay(entries)
    .map(
      ([day, stories]) => `<section class="day" aria-labelledby="d-${day}">
<h2 id="d-${day}">${escapeText(named.day(day))} <span>${escapeText(words.stories(stories.length))}</span></h2>
${stories.map((entry) => storyArticle(entry, words, named)).join('\n')}
</section>`,
    )
    .join('\n')
}

function facts(entries: readonly PublishedEntry[], words: PageWords, named: Names): string {
  const newest = byDay(entries)[0]?.[0]
  if (newest === undefined) return words.stories(0)
  const outlets = new Set(entries.map((entry) => entry.outlet)).size
  const languages = new Set(entries.flatMap(({ language }) => (language === undefined ? [] : [language]))).size
  return [
    words.stories(entries.length),
    words.outlets(outlets),
    words.languages(languages),
    words.newest(named.day(newest)),
  ].join(' · ')
}

function window({ window }: Channel, words: PageWords): string {
  return window === undefined ? '' : `<p>${escapeText(words.window(window.items, window.days))}</p>`
}
