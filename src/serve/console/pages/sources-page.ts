import { attribute, type Html, html } from '../html.ts'
import type { Overview, SourceRow } from '../office.ts'
import { moments } from './moment-words.ts'
import { markField } from './shell.ts'
import { spark } from './spark.ts'

/** How the list is looked at; unknown words mean nothing. */
export type ListAsked = { readonly q: string; readonly level: string; readonly sort: string }

const LEVELS = [
  ['', 'all'],
  ['ill', 'in trouble'],
  ['good', 'reading well'],
  ['silent', 'silent'],
  ['waiting', 'waiting or paused'],
  ['never', 'not asked yet'],
] as const
const SORTS = [
  ['', 'as in the file'],
  ['name', 'by name'],
  ['health', 'worst first'],
  ['due', 'next due first'],
  ['kept', 'most kept first'],
] as const
const WORST = ['wrong', 'gone', 'failing', 'silent', 'waiting', 'never', 'good'] as const

/** Every source with how it is, when it is due, and what it brought. */
export function sourcesPage(view: Overview, asked: ListAsked, mark: string): Html {
  const when = moments(view)
  const rows = sorted(
    view.rows.filter((row) => isAsked(row, asked)),
    asked.sort,
  )
  return html`${view.problems.map((words) => html`<p class="notice bad">${words}</p>`)}
<form method="get" action="./" class="filters" role="search">
<p><label for="q">Name, id or address</label><input type="search" id="q" name="q" value="${asked.q}"></p>
<p><label for="level">Show</label>${select('level', LEVELS, asked.level)}</p>
<p><label for="sort">Order</label>${select('sort', SORTS, asked.sort)}</p>
<p><button>Show</button></p>
</form>
<div class="deeds"><form method="post" action="read">${markField(mark)}<button>Read all that are due now</button></form><span class="count">${rows.length} of ${view.rows.length} sources</span></div>
${
  rows.length === 0
    ? html`<p>No source is like that.</p>`
    : html`<table><thead><tr><th scope="col">Source</th><th scope="col">Health</th><th scope="col">Next reading</th><th scope="col">Kept in ${rows[0]?.keptByDay.length ?? 0} days</th><th scope="col">Latest</th></tr></thead>
<tbody>${rows.map(
        (
          row,
        ) => html`<tr><th scope="row"><a href="source?id=${row.id}"><bdi dir="auto">${row.name}</bdi></a> <small>${row.id}</small></th>
<td data-label="Health"><span class="health ${levelClass(row)}">${row.health.words}</span></td>
<td data-label="Next reading"><span>${row.isOn ? (row.nextDue === undefined ? 'at the next pass' : when(row.nextDue)) : 'paused'}</span></td>
<td data-label="Kept"><span>${spark(row.keptByDay)}</span></td>
<td data-label="Latest">${row.latest.slice(0, 1).map(({ title, at, language }) => html`<span class="late"><bdi dir="auto"${language === undefined ? '' : html` lang="${language}"`}>${title}</bdi> (${when(at)})</span>`)}</td></tr>
`,
      )}</tbody></table>`
}`
}

/** The class that colours a health, of those that the published pages have and the console adds. */
export function levelClass({ health, isOn }: SourceRow): string {
  if (!isOn) return 'disabled'
  return health.level === 'never' ? 'unread' : health.level === 'good' ? '' : health.level
}

function select(name: string, options: readonly (readonly [string, string])[], chosen: string): Html {
  return html`<select id="${name}" name="${name}">${options.map(([value, words]) => html`<option value="${value}"${attribute('selected', value === chosen)}>${words}</option>`)}</select>`
}

function isAsked({ name, id, url, health, isOn }: SourceRow, { q, level }: ListAsked): boolean {
  const words = q.trim().toLowerCase()
  if (words !== '' && !`${name}\n${id}\n${url}`.toLowerCase().includes(words)) return false
  if (level === 'ill') return isOn && ['wrong', 'gone', 'failing'].includes(health.level)
  return LEVELS.every(([known]) => known !== level) || level === '' || health.level === level
}

function sorted(rows: readonly SourceRow[], sort: string): readonly SourceRow[] {
  const kept = ({ keptByDay }: SourceRow): number => keptByDay.reduce((sum, one) => sum + one, 0)
  const due = ({ nextDue, isOn }: SourceRow): number => (isOn ? (nextDue?.getTime() ?? 0) : Number.MAX_SAFE_INTEGER)
  const rank = ({ health }: SourceRow): number => WORST.indexOf(health.level)
  if (sort === 'name') return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
  if (sort === 'health') return rows.toSorted((a, b) => rank(a) - rank(b))
  if (sort === 'due') return rows.toSorted((a, b) => due(a) - due(b))
  return sort === 'kept' ? rows.toSorted((a, b) => kept(b) - kept(a)) : rows
}
