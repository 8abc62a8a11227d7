import { type Html, html } from '../html.ts'
import type { Found } from '../office.ts'
import { entryForm } from './entry-form.ts'
import { markField } from './shell.ts'
import type { Attempt } from './source-page.ts'
import { verdictList } from './verdict-list.ts'

/** So many entries of a preview are shown. */
const MOST = 20

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
  const kept = preview.judged.filter(({ fate }) => fate === 'kept').length
  const doubtful = preview.judged.filter(({ fate }) => fate === 'doubtful').length
  const words =
    preview.entries === 0
      ? 'It holds no entries now.'
      : `${kept} of its ${preview.entries} entries would be kept now${doubtful === 0 ? '' : `, ${doubtful} more are in doubt until the article’s page is read`}.`
  return html`<ul class="facts-list">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
<p><strong>${words}</strong></p>
${others.length === 0 ? '' : html`<h3>Other feeds there</h3><ul class="deeds">${others.map(({ url, title }) => html`<li><form method="post" action="add">${markField(mark)}<input type="hidden" name="address" value="${url}"><button><bdi dir="auto">${title}</bdi></button></form></li>`)}</ul>`}
<h3>The entry</h3>
${newEntryForm({ id, fields, problems: [] }, mark)}
<h3>What it would bring</h3>
${preview.judged.length === 0 ? html`<p>No entry names a term of the topic.</p>` : ''}
${verdictList(
  preview.judged.slice(0, MOST).map(({ title, url, verdict, fate }) => ({
    title,
    url,
    verdict,
    about: html`${fate === 'kept' ? 'would be kept' : fate === 'doubtful' ? 'its page would decide' : 'would be dropped'}`,
  })),
)}
${preview.judged.length > MOST ? html`<p>and ${preview.judged.length - MOST} more</p>` : ''}`
}

/** The entry of a new source, to be put right and written. */
export function newEntryForm({ id, fields, problems }: Attempt & { readonly id: string }, mark: string): Html {
  return entryForm({ action: 'write', mark, fields, problems, id, button: 'Write it into the list' })
}
