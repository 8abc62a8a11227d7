import type { Preview } from '../../../pipeline/index.ts'
import { type Html, html } from '../html.ts'
import type { Found } from '../office.ts'
import { entryForm } from './entry-form.ts'
import { markField } from './shell.ts'
import type { Attempt } from './source-page.ts'
import { verdictList } from './verdict-list.ts'

/** So many entries of a preview are shown at once, and so many altogether. */
const FIRST = 6
const MOST = 60
const FATES = { kept: 'would be kept', doubtful: 'in doubt: its page would decide', dropped: 'would be dropped' } as const

/** Asks for an address. */
export function addPage(mark: string, address = ''): Html {
  return html`<p>The address of a site, a page or a feed. It is looked at now; nothing is written yet.</p>
<form method="post" action="add" class="filters">${markField(mark)}
<p><label for="address">Address</label><input type="text" inputmode="url" id="address" name="address" value="${address}" required autocomplete="off" spellcheck="false"></p>
<p><button class="main">Look at it</button></p></form>`
}

/** What was found at an address: what its feed would bring now and why, and the entry as it would be written. */
export function foundPage(found: Extract<Found, { kind: 'found' }>, mark: string): Html {
  const { preview, facts, others, id, fields } = found
  const listed = preview.judged.map(({ title, url, verdict, fate }) => ({ title, url, verdict, fate: FATES[fate] }))
  const rest = listed.slice(FIRST, MOST)
  return html`<ul class="facts-list">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
<p><strong>${sums(preview)}</strong></p>
${verdictList(listed.slice(0, FIRST))}
${rest.length === 0 ? '' : html`<details class="more"><summary>${rest.length} more that name a term of the topic</summary>${verdictList(rest)}</details>`}
${others.length === 0 ? '' : html`<h3>Other feeds there</h3><ul class="deeds">${others.map(({ url, title }) => html`<li><form method="post" action="add">${markField(mark)}<input type="hidden" name="address" value="${url}"><button><bdi dir="auto">${title}</bdi></button></form></li>`)}</ul>`}
<h3>The entry</h3>
${newEntryForm({ id, fields, problems: [] }, mark)}`
}

function sums({ entries, judged }: Preview): string {
  const count = (fate: keyof typeof FATES): number => judged.filter((one) => one.fate === fate).length
  const [kept, doubtful] = [count('kept'), count('doubtful')]
  if (entries === 0) return 'It holds no entries now.'
  if (judged.length === 0) return 'None of its entries names a term of the topic now.'
  const doubt =
    doubtful === 0 ? '' : `, ${doubtful} more ${doubtful === 1 ? 'is' : 'are'} in doubt until the article’s page is read`
  return `${kept} of its ${entries} entries would be kept now${doubt}.`
}

/** The entry of a new source, to be put right and written. */
export function newEntryForm({ id, fields, problems }: Attempt & { readonly id: string }, mark: string): Html {
  return entryForm({ action: 'write', mark, fields, problems, id, button: 'Write it into the list' })
}
