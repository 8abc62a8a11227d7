import type { Hono } from 'hono'
import type { ConsoleEnv } from './gate.ts'
import type { Office } from './office.ts'
import { addPage } from './pages/add-page.ts'
import { decisionsAsked, decisionsPage } from './pages/decisions-page.ts'
import { removePage, sourcePage } from './pages/source-page.ts'
import { sourcesPage } from './pages/sources-page.ts'
import type { Responder } from './respond.ts'

/** The pages that change nothing. */
export function viewRoutes(
  room: Hono<ConsoleEnv>,
  { office, respond }: { readonly office: Office; readonly respond: Responder },
): void {
  room.get('/console/', async (context) => {
    const view = await office.overview()
    const [q, level, sort] = [context.req.query('q') ?? '', context.req.query('level') ?? '', context.req.query('sort') ?? '']
    return respond.page(context, view, {
      title: 'Sources',
      here: 'sources',
      body: sourcesPage(view, { q, level, sort }, context.get('mark')),
    })
  })
  room.get('/console/add', async (context) =>
    respond.page(context, await office.desk(), { title: 'Add a source', here: 'add', body: addPage(context.get('mark')) }),
  )
  room.get('/console/source', async (context) => {
    const sheet = await office.source(context.req.query('id') ?? '')
    if (sheet === undefined) return respond.message(context, 404, 'There is no such source in the list.')
    return respond.page(context, sheet, { title: sheet.row.name, body: sourcePage(sheet, context.get('mark')) })
  })
  room.get('/console/remove', async (context) => {
    const sheet = await office.source(context.req.query('id') ?? '')
    if (sheet === undefined) return respond.message(context, 404, 'There is no such source in the list.')
    return respond.page(context, sheet, { title: 'Remove a source?', body: removePage(sheet, context.get('mark')) })
  })
  room.get('/console/decisions', async (context) => {
    const asked = decisionsAsked(new URL(context.req.url).searchParams)
    const view = await office.decisions(asked)
    return respond.page(context, view, {
      title: 'Decisions',
      here: 'decisions',
      body: decisionsPage(view, asked, context.get('mark')),
    })
  })
}
