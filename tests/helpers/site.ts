import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Page = {
  readonly body: string | Uint8Array
  readonly type?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** answer only after `release` */
  readonly held?: boolean
}

/** A web site on loopback whose pages a test puts and takes away; it answers 304 to the validators that it gave. */
export type Site = {
  readonly origin: string
  /** HOST:PORT, for `allowPrivate` */
  readonly host: string
  readonly put: (path: string, page: Page) => void
  readonly remove: (path: string) => void
  readonly requests: readonly {
    readonly path: string
    readonly headers: IncomingHttpHeaders
    readonly status: number
    readonly body: () => string
  }[]
  /** answers whoever waits for a held page, now and from now on */
  readonly release: (path: string) => void
  /** resolves when this path has been asked for */
  readonly asked: (path: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function site(): Promise<Site> {
  const pages = new Map<string, Page>()
  const requests: { path: string; headers: IncomingHttpHeaders; status: number; body: () => string }[] = []
  const held: { path: string; answer: () => void }[] = []
  const waiting: { wanted: string; resolve: () => void }[] = []
  const server = createServer((request, response) => {
    const path = decodeURI(request.url ?? '/')
    const page = pages.get(path)
    const etag = page === undefined ? '' : `"${createHash('sha1').update(page.body).digest('hex').slice(0, 12)}"`
    const status = page === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : (page.status ?? 200)
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    requests.push({ path, headers: request.headers, status, body: () => body })
    for (const { wanted, resolve } of waiting) if (wanted === path) resolve()
    const answer = () => {
      response.writeHead(status, { etag, 'content-type': page?.type ?? 'text/plain', ...page?.headers })
      response.end(status === 304 ? undefined : (page?.body ?? 'not here'))
    }
    if (page?.held === true) held.push({ path, answer })
    else answer()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    put: (path, page) => void pages.set(path, page),
    remove: (path) => void pages.delete(path),
    requests,
    release(path) {
      const page = pages.get(path)
      if (page !== undefined) pages.set(path, { ...page, held: false })
      for (const one of held.splice(0)) {
        if (one.path === path) one.answer()
        else held.push(one)
      }
    },
    asked: (path) =>
      new Promise((resolve) => {
        if (requests.some((request) => request.path === path)) resolve()
        else waiting.push({ wanted: path, resolve })
      }),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
