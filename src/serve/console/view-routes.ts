import type { Office } from './office.ts'
import { addPage } from './pages/add-page.ts'
import { decisionsAsked, decisionsPage } from './pages/decisions-page.ts'
import { removePage, sourcePage } from './pages/source-page.ts'
import { sourcesPage } from './pages/sources-page.ts'
import type { Responder, Routes } from './respond.ts'

/** The pages that change nothing. */
export function viewRoutes({ office, respond }: { readonly office: Office; readonly respond: Responder }): Routes {
  const unknown = () => respond.message(404, 'There is no such source in the list.')
  return [
    [
      'GET /',
      async (guest) => {
        const view = await office.overview()
        const asked = (name: string): string => guest.query.get(name) ?? ''
        const body = sourcesPage(view, { q: asked('q'), level: asked('level'), sort: asked('sort') }, guest.mark)
        return respond.page(guest, view, { title: 'Sources', here: 'sources', body })
      },
    ],
    [
      'GET /add',
      async (guest) =>
        respond.page(guest, await office.desk(), { title: 'Add a source', here: 'add', body: addPage(guest.mark) }),
    ],
    [
      'GET /source',
      async (guest) => {
        const sheet = await office.source(guest.query.get('id') ?? '')
        if (sheet === undefined) return unknown()
        return respond.page(guest, sheet, { title: sheet.row.name, body: sourcePage(sheet, guest.mark) })
      },
    ],
    [
      'GET /remove',
      async (guest) => {
        const sheet = await office.source(guest.query.get('id') ?? '')
        if (sheet === undefined) return unknown()
        return respond.page(guest, sheet, { title: 'Remove a source?', body: removePage(sheet, guest.mark) })
      },
    ],
    [
      'GET /decisions',
      async (guest) => {
        const asked = decisionsAsked(guest.query)
        const view = await office.decisions(asked)
        return respond.page(guest, view, { title: 'Decisions', here: 'decisions', body: decisionsPage(view, asked, guest.mark) })
      },
    ],
  ]
}
