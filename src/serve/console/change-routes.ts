import type { Context, Hono } from 'hono'
import { isSourceId, KaynakError } from '../../model/index.ts'
import type { ConsoleEnv } from './gate.ts'
import { type Change, ENTRY_FIELDS, type EntryFields, entryFields, type Office } from './office.ts'
import { addPage, foundPage, newEntryForm } from './pages/add-page.ts'
import { type Attempt, sourcePage } from './pages/source-page.ts'
import type { Notice, Responder } from './respond.ts'

/** Looking at a site for longer is no use: the browser's connection ends. */
const LOOK_MS = 25_000

type Parts = { readonly office: Office; readonly respond: Responder }
type Asked = Context<ConsoleEnv>

/** Everything that changes something or asks somebody: POST only, and only with our mark in the form. */
export function changeRoutes(room: Hono<ConsoleEnv>, { office, respond }: Parts): void {
  room.post('/console/add', async (context) => {
    const mark = context.get('mark')
    const address = context.get('form').get('address')?.trim() ?? ''
    const desk = await office.desk()
    const found = await looked(office.find(address, patience(context)))
    if (found.kind === 'found')
      return respond.page(context, desk, { title: 'Add a source', here: 'add', body: foundPage(found, mark) })
    const notice = { kind: 'bad' as const, words: found.words }
    return respond.page(context, desk, { status: 422, title: 'Add a source', here: 'add', notice, body: addPage(mark, address) })
  })
  room.post('/console/write', async (context) => {
    const form = context.get('form')
    const [id, fields] = [form.get('id')?.trim() ?? '', fieldsOf(form)]
    const change = await office.add(id, fields)
    if (change.kind === 'done') return respond.turnTo(context, `source?id=${encodeURIComponent(id)}`, 'added')
    const problems = change.kind === 'wrong' ? change.problems : [{ words: wordsOf(change) }]
    const body = newEntryForm({ id, fields, problems }, context.get('mark'))
    return respond.page(context, await office.desk(), { status: statusOf(change), title: 'Add a source', here: 'add', body })
  })
  room.post('/console/source', async (context) => {
    const form = context.get('form')
    const fields = fieldsOf(form)
    const change = await office.edit(idOf(context), fields, form.get('version') ?? '')
    return await ended(context, change, {
      done: 'saved',
      attempt: { fields, problems: change.kind === 'wrong' ? change.problems : [] },
    })
  })
  for (const [path, isOn, done] of [
    ['/console/pause', false, 'paused'],
    ['/console/resume', true, 'resumed'],
  ] as const)
    room.post(path, async (context) =>
      ended(context, await office.setOn(idOf(context), isOn, context.get('form').get('version') ?? ''), { done }),
    )
  room.post('/console/remove', async (context) => {
    const change = await office.remove(idOf(context), context.get('form').get('version') ?? '')
    return change.kind === 'done' ? respond.turnTo(context, './', 'removed') : await ended(context, change, { done: 'removed' })
  })
  room.post('/console/check', async (context) => {
    const result = await office.check(idOf(context), patience(context))
    const notice =
      result === undefined
        ? undefined
        : { kind: result.isRead ? ('good' as const) : ('bad' as const), words: `Tried now: ${result.words}` }
    return await sheetOf(context, { ...(notice === undefined ? {} : { notice }), status: 200 })
  })
  room.post('/console/read', async (context) => {
    const id = idOf(context)
    if (id === '') office.readNow(undefined)
    else if (isSourceId(id)) office.readNow(id)
    return respond.turnTo(context, id === '' ? './' : `source?id=${encodeURIComponent(id)}`, 'asked')
  })
  room.post('/console/label', async (context) => {
    const form = context.get('form')
    const [source, back, at] = [form.get('source') ?? '', form.get('back') ?? '', Number(form.get('at') ?? 0)]
    const isKnown = await office.label({ source, entry: form.get('entry') ?? '', relevant: form.get('relevant') === 'true' })
    if (!isKnown) return respond.message(context, 404, 'This decision is not remembered any more; nothing was written.')
    const place = back === '' ? `source?id=${encodeURIComponent(source)}` : `decisions?${new URLSearchParams(back)}`
    return respond.turnTo(context, `${place}#v${Number.isInteger(at) ? at : 0}`, 'labelled')
  })

  /** After a change: its page anew, or the same page with what was wrong. */
  async function ended(
    context: Asked,
    change: Change,
    { done, attempt }: { readonly done: Notice; readonly attempt?: Attempt },
  ): Promise<Response> {
    if (change.kind === 'done')
      return respond.turnTo(context, `source?id=${encodeURIComponent(idOf(context))}`, change.changed ? done : 'same')
    const words = change.kind === 'wrong' ? 'Nothing was written.' : wordsOf(change)
    const general =
      attempt === undefined && change.kind === 'wrong' ? `${words} ${change.problems.map((one) => one.words).join('; ')}` : words
    return await sheetOf(context, {
      status: statusOf(change),
      notice: { kind: 'bad', words: general },
      ...(attempt === undefined ? {} : { attempt }),
    })
  }

  type Sheet = {
    readonly status: 200 | 404 | 409 | 422
    readonly notice?: { readonly kind: 'good' | 'bad'; readonly words: string }
    readonly attempt?: Attempt
  }

  async function sheetOf(context: Asked, { status, notice, attempt }: Sheet): Promise<Response> {
    const sheet = await office.source(idOf(context))
    if (sheet === undefined) return await respond.message(context, 404, 'There is no such source in the list.')
    const isLate = status === 409 && notice !== undefined && attempt !== undefined
    const body = sourcePage(sheet, context.get('mark'), isLate ? undefined : attempt)
    const told = isLate ? { ...notice, words: notice.words + unwritten(attempt.fields, sheet.fields) } : notice
    return await respond.page(context, sheet, { status, notice: told, title: sheet.row.name, body })
  }
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

function patience({ req }: Asked): AbortSignal {
  return AbortSignal.any([req.raw.signal, AbortSignal.timeout(LOOK_MS)])
}

function idOf({ req }: Asked): string {
  return req.query('id') ?? ''
}

function fieldsOf(form: URLSearchParams): EntryFields {
  return entryFields((key) => form.get(key)?.trim() ?? '')
}

/** What somebody had written who was too late, so that it is not lost. */
function unwritten(wanted: EntryFields, standing: EntryFields): string {
  const different = ENTRY_FIELDS.filter((key) => wanted[key] !== standing[key]).map((key) => `${key} “${wanted[key]}”`)
  return different.length === 0 ? '' : ` You had: ${different.join(', ')}.`
}

function statusOf({ kind }: Change): 200 | 404 | 409 | 422 {
  return kind === 'stale' ? 409 : kind === 'unknown' ? 404 : kind === 'wrong' ? 422 : 200
}

function wordsOf(change: Exclude<Change, { kind: 'wrong' }>): string {
  return change.kind === 'stale' ? change.words : 'There is no such source in the list; nothing was written.'
}
