import { type Html, html } from '../html.ts'
import type { EntryFields, FieldProblem, SourceRow, SourceSheet } from '../office.ts'
import { entryForm } from './entry-form.ts'
import { moments } from './moment-words.ts'
import { markField } from './shell.ts'
import { levelClass } from './sources-page.ts'
import { spark } from './spark.ts'
import { labelDeeds, verdictList } from './verdict-list.ts'

/** What a form that was sent back holds instead of the entry. */
export type Attempt = { readonly fields: EntryFields; readonly problems: readonly FieldProblem[] }

/** One source: how it is, what may be done with it, what it brought, and its entry. */
export function sourcePage(sheet: SourceSheet, mark: string, attempt?: Attempt): Html {
  const { row, version, decisions } = sheet
  const when = moments(sheet)
  const deed = (action: string, words: string): Html =>
    html`<form method="post" action="${action}?id=${row.id}">${markField(mark)}<input type="hidden" name="version" value="${version}"><button>${words}</button></form>`
  return html`<p><span class="health ${levelClass(row)}">${row.health.words}</span></p>
<ul class="facts-list"><li>${row.id}</li>${row.url === '' ? '' : html`<li><a href="${row.url}" rel="external noopener noreferrer">feed</a></li>`}${row.homePage === undefined ? '' : html`<li><a href="${row.homePage}" rel="external noopener noreferrer">page</a></li>`}<li>next reading: ${row.isOn ? (row.nextDue === undefined ? 'at the next pass' : when(row.nextDue)) : 'paused'}</li></ul>
<p>${spark(row.keptByDay)} <span class="count">kept in ${row.keptByDay.length} days</span></p>
${latestItems(row.latest, when)}
<div class="deeds">${deed('check', 'Check now')} ${row.isOn ? deed('read', 'Read it now') : ''} ${row.isOn ? deed('pause', 'Pause') : deed('resume', 'Resume')} <a class="button" href="remove?id=${row.id}">Remove…</a></div>
<h3>Entry in ${sheet.file}</h3>
${entryForm({ action: `source?id=${encodeURIComponent(row.id)}`, mark, fields: attempt?.fields ?? sheet.fields, problems: attempt?.problems ?? [], version, button: 'Save' })}
<h3>Last decisions</h3>
${
  decisions.length === 0
    ? html`<p>None yet that named a term of the topic.</p>`
    : verdictList(
        decisions.map((judged, at) => {
          const { title, url, language, verdict } = judged.decision
          const deeds = labelDeeds(judged, { mark, at })
          return { title, url, language, verdict, about: when(judged.decision.at), deeds }
        }),
      )
}
<p><a href="decisions?source=${row.id}">All decisions on this source</a></p>`
}

function latestItems(latest: SourceRow['latest'], when: (at: Date) => Html): Html {
  const lines = latest.map(
    ({ title, url, at, language }) =>
      html`<li><a href="${url}" rel="external noopener noreferrer"><bdi dir="auto"${language === undefined ? '' : html` lang="${language}"`}>${title}</bdi></a> <small>${when(at)}</small></li>`,
  )
  return html`${lines.length === 0 ? '' : html`<ul class="latest" aria-label="Kept last">${lines}</ul>`}`
}

/** Asks once more before an entry leaves the list. */
export function removePage({ row, version, file }: SourceSheet, mark: string): Html {
  return html`<p>The entry of <bdi dir="auto">${row.name}</bdi> (${row.id}) leaves ${file}, and it is watched no more. What it brought stays published until it is too old. Pausing keeps the entry.</p>
<div class="deeds"><form method="post" action="remove?id=${row.id}">${markField(mark)}<input type="hidden" name="version" value="${version}"><button class="main">Remove it</button></form> <a class="button" href="source?id=${row.id}">Keep it</a></div>`
}
