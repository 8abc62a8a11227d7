import { attribute, type Html, html } from '../html.ts'
import { ENTRY_FIELDS, type EntryField, type EntryFields, type FieldProblem } from '../office.ts'
import { markField } from './shell.ts'

/** The form of a source's entry. */
export type EntryForm = {
  readonly action: string
  readonly mark: string
  readonly fields: EntryFields
  readonly problems: readonly FieldProblem[]
  /** named by a new entry, and fixed ever after */
  readonly id?: string
  /** of an entry that is there: its wording when the form was made */
  readonly version?: string
  readonly button: string
}

type Field = { readonly label: string; readonly hint?: string; readonly choices?: readonly string[]; readonly isNeeded?: boolean }

const FIELDS: Readonly<Record<EntryField, Field>> = {
  name: { label: 'Name of the outlet', isNeeded: true },
  url: { label: 'Address of the feed', isNeeded: true },
  homePage: { label: 'Page for people' },
  language: { label: 'Language', hint: 'such as en, ar, tr, ku-Arab' },
  country: { label: 'Country', hint: 'two letters, or INT' },
  ownership: { label: 'Whose voice it is', choices: ['state', 'public', 'independent', 'party', 'un', 'ngo', 'think-tank'] },
  republish: { label: 'How much is republished', choices: ['link', 'excerpt', 'full'] },
  excerptWords: { label: 'Words of an excerpt' },
  every: { label: 'Shortest time between two readings', hint: 'such as 30m, 1h, 2d' },
  relevance: { label: 'What is kept', hint: 'topic: what is about it; all: everything', choices: ['topic', 'all'] },
  article: { label: 'When an article’s own page is read', choices: ['always', 'when-needed', 'never'] },
}
/** A field that is empty is not written, and the file's own default holds. What is wrong stands by its field. */
export function entryForm({ action, mark, fields, problems, id, version, button }: EntryForm): Html {
  const general = problems.filter(({ field }) => field === undefined || (field === 'id' && id === undefined))
  return html`${general.map(({ words }) => html`<p class="notice bad" role="alert">${words}</p>`)}
<form method="post" action="${action}">${markField(mark)}${version === undefined ? '' : html`<input type="hidden" name="version" value="${version}">`}
<div class="fields">
${id === undefined ? '' : input({ name: 'id', value: id, field: { label: 'Id', hint: 'for files and reports; it never changes', isNeeded: true }, problems })}
${ENTRY_FIELDS.map((name) => input({ name, value: fields[name], field: FIELDS[name], problems }))}
</div>
<p><button class="main">${button}</button></p></form>`
}

type Input = {
  readonly name: EntryField | 'id'
  readonly value: string
  readonly field: Field
  readonly problems: readonly FieldProblem[]
}

function input({ name, value, field, problems }: Input): Html {
  const { label, hint, choices, isNeeded } = field
  const faults = problems.filter((problem) => problem.field === name)
  const isWide = name === 'name' || name === 'url' || name === 'homePage'
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(faults.length === 0 ? [] : [`${name}-fault`])]
  const marks = html`id="${name}" name="${name}"${attribute('required', isNeeded === true)}${faults.length === 0 ? '' : html` aria-invalid="true"`}${described.length === 0 ? '' : html` aria-describedby="${described.join(' ')}"`}`
  const options = choices === undefined || value === '' || choices.includes(value) ? choices : [...choices, value]
  return html`<p${isWide ? html` class="wide"` : ''}><label for="${name}">${label}</label>${
    options === undefined
      ? html`<input ${marks} value="${value}" dir="auto" autocomplete="off">`
      : html`<select ${marks}><option value="">${name === 'ownership' ? 'not stated' : 'by default'}</option>${options.map((one) => html`<option${attribute('selected', one === value)}>${one}</option>`)}</select>`
  }${hint === undefined ? '' : html`<small id="${name}-hint">${hint}</small>`}${faults.length === 0 ? '' : html`<small class="fault" id="${name}-fault">${faults.map(({ words }) => words).join('; ')}</small>`}</p>`
}
