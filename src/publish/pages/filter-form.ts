import type { Ownership } from '../../model/index.ts'
import { ownershipWords } from '../../text/index.ts'
import { outletOf } from '../entry/outlet.ts'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { PageWords } from '../words/page-words.ts'
import type { Names } from './names.ts'

/** The filters beside the stories; hidden until the script that they need has run. */
export function filterForm(entries: readonly PublishedEntry[], words: PageWords, names: Names): string {
  const { filter } = words
  const languages = new Map<string, string>()
  const outlets = new Map<string, string>()
  const voices = new Map<string, string>()
  for (const { story, language } of entries) {
    if (language !== undefined) languages.set(language, names.language(language))
    for (const item of [story.lead, ...story.copies]) outlets.set(item.carrier.sourceId, outletOf(item))
    addVoice(voices, story.lead.carrier.ownership, words)
  }
  return `<search class="finder panel" id="finder" hidden aria-labelledby="finder-name">
<h2 id="finder-name">${escapeText(filter.heading)}</h2>
<form class="filters" id="filters">
<div class="wide"><label for="q">${escapeText(filter.text)}</label><input type="search" id="q" name="q" autocomplete="off" aria-keyshortcuts="/"></div>
${select('language', filter.language, { options: languages, words })}
${select('outlet', filter.outlet, { options: outlets, words })}
${select('voice', filter.voice, { options: voices, words })}
<button type="reset">${escapeText(filter.reset)}</button>
<p id="shown" role="status" data-words="${escapeAttribute(filter.shown)}"></p>
</form></search>`
}

function addVoice(voices: Map<string, string>, ownership: Ownership | undefined, words: PageWords): void {
  if (ownership !== undefined) voices.set(ownership, ownershipWords(ownership, words.language))
}

function select(
  name: string,
  label: string,
  { options, words }: { readonly options: ReadonlyMap<string, string>; readonly words: PageWords },
): string {
  const collator = new Intl.Collator([words.language])
  const sorted = [...options].sort(([one, first], [other, second]) => collator.compare(first, second) || (one < other ? -1 : 1))
  const list = sorted.map(([value, text]) => `<option value="${escapeAttribute(value)}">${escapeText(text)}</option>`)
  return `<div><label for="${name}">${escapeText(label)}</label><select id="${name}" name="${name}"><option value="">${escapeText(words.filter.all)}</option>${list.join('')}</select></div>`
}
