import { creditDate, creditDates, ownershipWords } from '../../text/index.ts'
import { healthOf } from '../lists/source-health.ts'
import { storyCounts } from '../lists/status-json.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { Publication, SourceView, Withdrawn } from '../publication.ts'
import type { PageWords } from '../words/page-words.ts'
import { withdrawnWords } from '../words/withdrawn-words.ts'
import { healthWords } from './health-words.ts'
import { mastheadHtml } from './masthead.ts'
import { type Names, names } from './names.ts'
import { type PagePlace, pageFile } from './page-place.ts'
import { pageShell } from './page-shell.ts'
import { BASE_STYLE } from './styles/base-style.ts'
import { LIST_STYLE } from './styles/list-style.ts'

/** Every source that is watched, whose voice it is, and its health in words. */
export function sourcesPage(publication: Publication, place: PagePlace): string {
  const { channel, sources, stories } = publication
  const { words } = place
  const { lists } = words
  const named = names(words)
  const dated = creditDates()
  const counts = storyCounts(stories)
  const title = `${channel.title}: ${words.sources}`
  const heads = [lists.source, lists.voice, lists.place, lists.language, lists.health, lists.inWindow]
  const bodyHtml = `${mastheadHtml({ channel, place, title: channel.title, facts: lists.intro(sources.length) })}
<main class="frame list" id="stories" tabindex="-1">
<h2>${escapeText(words.sources)}</h2>
<p><a href="sources.opml">${escapeText(lists.opml)}</a></p>
<table><thead><tr>${heads.map((head) => `<th scope="col">${escapeText(head)}</th>`).join('')}</tr></thead>
<tbody>
${sources.map((view) => row(view, counts.get(view.source.id) ?? 0, { place, named, dated })).join('\n')}
</tbody></table>
${withdrawnHtml(publication.withdrawn ?? [], words)}</main>
<footer class="foot"><div class="frame"><p>${escapeText(words.rights)}</p></div></footer>`
  return pageShell({ words, title, bodyClass: 'sources', style: BASE_STYLE + LIST_STYLE, feeds: place.feeds, bodyHtml })
}

/** What was taken back, by whom and why: the formats without tombstones have nowhere else to say it. */
function withdrawnHtml(withdrawn: readonly Withdrawn[], words: PageWords): string {
  if (withdrawn.length === 0) return ''
  const lines = withdrawn.map((one) => {
    const { when, title, url, goesOn } = one
    const name = title ?? url ?? ''
    const told = [creditDate(when, words.language), withdrawnWords(one, words)]
    if (goesOn === true) told.push(words.withdrawn.goesOn)
    return `<li>${name === '' ? '' : `<bdi>${escapeText(name)}</bdi> `}<small>${escapeText(told.join(' · '))}</small></li>`
  })
  return `<h2>${escapeText(words.withdrawn.heading)}</h2>\n<ul>${lines.join('')}</ul>\n`
}

type Row = { readonly place: PagePlace; readonly named: Names; readonly dated: ReturnType<typeof creditDates> }

function row(view: SourceView, count: number, page: Row): string {
  const { source } = view
  const { words } = page.place
  const voice = source.ownership === undefined ? '' : ownershipWords(source.ownership, words.language)
  const place = source.country === undefined ? '' : page.named.country(source.country)
  const language = source.language === undefined ? '' : page.named.language(source.language)
  const cell = (label: string, html: string): string =>
    `<td data-label="${escapeAttribute(label)}">${html === '' ? '' : `<span>${html}</span>`}</td>`
  return `<tr id="source-${source.id}">
<th scope="row">${nameHtml(view, words)}</th>
${cell(words.lists.voice, escapeText(voice))}${cell(words.lists.place, escapeText(place))}${cell(words.lists.language, escapeText(language))}
<td data-label="${escapeAttribute(words.lists.health)}"><span class="health ${healthOf(view)}">${escapeText(healthWords(view, words, page.dated))}</span></td>
${cell(words.lists.inWindow, countHtml(source.id, count, page.place))}
</tr>`
}

function nameHtml({ source }: SourceView, words: PageWords): string {
  const name = `<bdi>${escapeText(source.name)}</bdi>`
  const linked =
    source.homePage === undefined ? name : `<a href="${escapeAttribute(source.homePage)}" rel="external noopener">${name}</a>`
  return `${linked} <small><a href="${escapeAttribute(source.url)}" rel="external noopener">${escapeText(words.lists.feed)}<span class="unseen"> (${escapeText(source.name)})</span></a></small>`
}

/** The number leads to the stories of this source on the page, and to its own feed. */
function countHtml(id: string, count: number, place: PagePlace): string {
  if (count === 0) return '0'
  const page = pageFile('index', place.words.language, place.own)
  const ours = place.words.lists.ours
  return `<a href="${page}#outlet=${id}">${count}</a> <small><a href="by/source/${id}.xml">RSS<span class="unseen"> (${escapeText(ours)}: ${id})</span></a></small>`
}
