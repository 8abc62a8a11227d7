import { attribute, type Html, html } from '../html.ts'
import type { DecisionList, DecisionsAsked } from '../office.ts'
import { moments } from './moment-words.ts'
import { labelDeeds, verdictList } from './verdict-list.ts'

const SHOWN = [
  ['all', 'all'],
  ['kept', 'kept'],
  ['dropped', 'dropped'],
  ['near', 'near misses and doubts'],
] as const
const STEP = 50
/** Further back `kaynak explain` looks. */
const MOST = 500

/** What was decided lately, and why, with two buttons to say whether that was right. */
export function decisionsPage(view: DecisionList, asked: DecisionsAsked, mark: string): Html {
  const when = moments(view)
  const back = queryOf(asked)
  return html`<form method="get" action="decisions" class="filters" role="search">
<p><label for="q">Words of a title, or an address</label><input type="search" id="q" name="q" value="${asked.about ?? ''}"></p>
<p><label for="show">Show</label><select id="show" name="show">${SHOWN.map(([value, words]) => html`<option value="${value}"${attribute('selected', value === asked.show)}>${words}</option>`)}</select></p>
<p><label for="source">Source</label><select id="source" name="source"><option value="">all</option>${view.sources.map((id) => html`<option${attribute('selected', id === asked.source)}>${id}</option>`)}</select></p>
<p><button>Show</button></p>
</form>
<p>What you say is written into labels.jsonl beside ${view.file}; <code>kaynak topic test --labels labels.jsonl</code> runs it.</p>
${view.list.length === 0 ? html`<p>There is no decision like that.</p>` : ''}
${verdictList(
  view.list.map((judged, at) => {
    const { sourceId, title, url, language, verdict } = judged.decision
    const about = html`<a href="source?id=${sourceId}">${sourceId}</a>, ${when(judged.decision.at)}`
    return { title, url, language, verdict, about, deeds: labelDeeds(judged, { mark, back, at }) }
  }),
)}
${view.list.length < asked.limit || asked.limit >= MOST ? '' : html`<p><a class="button" href="decisions?${queryOf({ ...asked, limit: asked.limit + STEP })}">Show more</a></p>`}`
}

/** Reads what is asked for off an address; whatever it does not know is as if it were absent. */
export function decisionsAsked(query: URLSearchParams): DecisionsAsked {
  const show = SHOWN.find(([value]) => value === query.get('show'))?.[0] ?? 'all'
  const limit = Number(query.get('n') ?? STEP)
  const [about, source] = [query.get('q')?.trim() ?? '', query.get('source') ?? '']
  return {
    show,
    limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, MOST) : STEP,
    ...(about === '' ? {} : { about: about.slice(0, 500) }),
    ...(source === '' ? {} : { source }),
  }
}

function queryOf({ show, about = '', source = '', limit }: DecisionsAsked): string {
  return new URLSearchParams({ q: about, show, source, n: String(limit) }).toString()
}
