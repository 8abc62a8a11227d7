import { isSourceId, KaynakError } from '../../model/index.ts'
import type { Guest } from './gate.ts'
import { type Change, ENTRY_FIELDS, type EntryFields, entryFields, type Office } from './office.ts'
import { addPage, foundPage, newEntryForm } from './pages/add-page.ts'
import { sourcePage } from './pages/source-page.ts'
import type { Answer, Notice, Responder, Route, Routes } from './respond.ts'
import type { Reply } from './visit.ts'

/** Looking at a site for longer is no use: the browser's connection ends. */
const LOOK_MS = 25_000

type Parts = { readonly office: Office; readonly respond: Responder }

/** Everything that changes something or asks somebody: POST only, and only with our mark in the form. */
export function changeRoutes({ office, respond }: Parts): Routes {
  const place = { title: 'Add a source', here: 'add' } as const

  const add: Route = async (guest) => {
    const address = guest.form.get('address')?.trim() ?? ''
    const [desk, found] = [await office.desk(), await looked(office.find(address, patience(guest)))]
    if (found.kind === 'found') return respond.page(guest, desk, { ...place, body: foundPage(found, guest.mark) })
    const notice = { kind: 'bad', words: found.words } as const
    return respond.page(guest, desk, { ...place, status: 422, notice, body: addPage(guest.mark, address) })
  }

  const write: Route = async (guest) => {
    const [id, fields] = [guest.form.get('id')?.trim() ?? '', fieldsOf(guest.form)]
    const change = await office.add(id, fields)
    if (change.kind === 'done') return respond.turnTo(sheetOf(id), 'added')
    const problems = change.kind === 'wrong' ? change.problems : [{ words: wordsOf(change) }]
    const body = newEntryForm({ id, fields, problems }, guest.mark)
    return respond.page(guest, await office.desk(), { ...place, status: statusOf(change), body })
  }

  const edit: Route = async (guest) => {
    const fields = fieldsOf(guest.form)
    return await ended(guest, await office.edit(idOf(guest), fields, versionOf(guest)), { done: 'saved', fields })
  }

  const setOn =
    (isOn: boolean): Route =>
    async (guest) =>
      await ended(guest, await office.setOn(idOf(guest), isOn, versionOf(guest)), { done: isOn ? 'resumed' : 'paused' })

  const remove: Route = async (guest) => {
    const change = await office.remove(idOf(guest), versionOf(guest))
    return change.kind === 'done' ? respond.turnTo('./', 'removed') : await ended(guest, change, { done: 'removed' })
  }

  const check: Route = async (guest) => {
    const result = await office.check(idOf(guest), patience(guest))
    if (result === undefined) return unknown(respond)
    return await sheet(guest, { notice: { kind: result.isRead ? 'good' : 'bad', words: `Tried now: ${result.words}` } })
  }

  const read: Route = (guest) => {
    const id = idOf(guest)
    if (id === '') office.readNow(undefined)
    else if (isSourceId(id)) office.readNow(id)
    return respond.turnTo(id === '' ? './' : sheetOf(id), 'asked')
  }

  const label: Route = async ({ form }) => {
    const [source, back, at] = [form.get('source') ?? '', form.get('back') ?? '', Number(form.get('at') ?? 0)]
    const isKnown = await office.label({ source, entry: form.get('entry') ?? '', relevant: form.get('relevant') === 'true' })
    if (!isKnown) return respond.message(404, 'This decision is not remembered any more; nothing was written.')
    const list = back === '' ? sheetOf(source) : `decisions?${new URLSearchParams(back)}`
    return respond.turnTo(`${list}#v${Number.isInteger(at) ? at : 0}`, 'labelled')
  }

  /** After a change: its page anew, or the same page with what was wrong. */
  async function ended(
    guest: Guest,
    change: Change,
    tried: { readonly done: Notice; readonly fields?: EntryFields },
  ): Promise<Reply> {
    const { done, fields } = tried
    if (change.kind === 'done') return respond.turnTo(sheetOf(idOf(guest)), change.changed ? done : 'same')
    const status = statusOf(change)
    if (change.kind !== 'wrong')
      return await sheet(guest, { status, words: wordsOf(change), ...(fields === undefined ? {} : { late: fields }) })
    if (fields === undefined) return await sheet(guest, { status, words: change.problems.map(({ words }) => words).join('; ') })
    return await sheet(guest, { status, words: 'Nothing was written.', attempt: { fields, problems: change.problems } })
  }

  type Sheet = Pick<Answer, 'status' | 'notice'> & {
    readonly words?: string
    readonly attempt?: Parameters<typeof sourcePage>[2]
    /** what somebody had written who was too late */
    readonly late?: EntryFields
  }

  async function sheet(guest: Guest, { words = '', attempt, late, notice, status = 200 }: Sheet): Promise<Reply> {
    const found = await office.source(idOf(guest))
    if (found === undefined) return unknown(respond)
    const told = notice ?? { kind: 'bad', words: `${words}${late === undefined ? '' : unwritten(late, found.fields)}` }
    return respond.page(guest, found, {
      status,
      notice: told,
      title: found.row.name,
      body: sourcePage(found, guest.mark, attempt),
    })
  }

  return [
    ['POST /add', add],
    ['POST /write', write],
    ['POST /source', edit],
    ['POST /pause', setOn(false)],
    ['POST /resume', setOn(true)],
    ['POST /remove', remove],
    ['POST /check', check],
    ['POST /read', read],
    ['POST /label', label],
  ]
}

/** What a person can act on is said on the page they came from. */
async function looked<T>(looking: Promise<T>): Promise<T | { readonly kind: 'none'; readonly words: string }> {
  try {
    return await looking
  } catch (problem) {
    if (problem instanceof KaynakError && problem.code === 'USAGE') return { kind: 'none', words: problem.message }
    throw problem
  }
}

function patience({ left }: Guest): AbortSignal {
  return AbortSignal.any([left, AbortSignal.timeout(LOOK_MS)])
}

function unknown(respond: Responder): Reply {
  return respond.message(404, 'There is no such source in the list.')
}

function sheetOf(id: string): string {
  return `source?${new URLSearchParams({ id })}`
}

function idOf({ query }: Guest): string {
  return query.get('id') ?? ''
}

function versionOf({ form }: Guest): string {
  return form.get('version') ?? ''
}

function fieldsOf(form: URLSearchParams): EntryFields {
  return entryFields((key) => form.get(key)?.trim() ?? '')
}

/** What is not lost although it was not written. */
function unwritten(wanted: EntryFields, standing: EntryFields): string {
  const different = ENTRY_FIELDS.filter((key) => wanted[key] !== standing[key]).map((key) => `${key} “${wanted[key]}”`)
  return different.length === 0 ? '' : ` You had: ${different.join(', ')}.`
}

function statusOf({ kind }: Exclude<Change, { kind: 'done' }>): number {
  return { stale: 409, unknown: 404, wrong: 422 }[kind]
}

function wordsOf(change: Exclude<Change, { kind: 'wrong' | 'done' }>): string {
  return change.kind === 'stale' ? change.words : 'There is no such source in the list; nothing was written.'
}
