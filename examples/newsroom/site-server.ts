import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

/** A folder and the path that it is served under; both paths of a mount end in a slash. */
export type Mount = {
  readonly prefix: string
  readonly directory: string
  /** an address that stands in the files for the server's own `HOST:PORT`, and is replaced as they are sent */
  readonly standIn?: string
}

/** A running site: where it is, and how to end it. */
export type Site = { readonly port: number; readonly origin: string; readonly close: () => Promise<void> }

/**
 * Serves static files on loopback as a publisher's server would: types with their charset, ETag and Last-Modified, 304.
 * The first mount whose prefix fits answers. Only GET and HEAD, only plain files, nothing outside a mount's folder.
 * @param port the wished one; another free one is taken when it is in use
 */
export async function serveSite(mounts: readonly Mount[], port: number): Promise<Site> {
  const server = createServer((request, response) => {
    answer(request, response, mounts).catch(() => response.destroy()) // a file that vanished midway ends one answer, not the site
  })
  const taken = await listen(server, port)
  return {
    port: taken,
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, wished: number): Promise<number> {
  const start = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        server.removeListener('error', reject)
        resolve()
      })
    })
  await start(wished).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return start(0)
    throw error
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : wished
}

async function answer(request: IncomingMessage, response: ServerResponse, mounts: readonly Mount[]): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Method not allowed')
  const { mount, path } = locate(request.url ?? '/', mounts)
  const file = mount === undefined || path === undefined ? undefined : await readPlainFile(join(mount.directory, path))
  if (mount === undefined || file === undefined) return end(response, 404, 'Not found')
  const bytes = rebased(file.bytes, mount.standIn, request.socket.localPort)
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}"`
  const headers = { ETag: etag, 'Last-Modified': file.modified.toUTCString() }
  if (isFresh(request, etag, file.modified)) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'Content-Type': contentType(file.name, bytes), 'Content-Length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`)
}

/** The mount and the path inside it, or nothing for a path that could leave its folder or names a hidden file. */
function locate(target: string, mounts: readonly Mount[]): { readonly mount?: Mount; readonly path?: string } {
  const path = decoded(target.split('?', 1)[0] ?? '/')
  const mount = mounts.find((one) => path?.startsWith(one.prefix) === true)
  if (path === undefined || mount === undefined) return {}
  const inside = path.slice(mount.prefix.length)
  const isSafe = !/[\\\0]/.test(inside) && !inside.split('/').some((step) => step.startsWith('.'))
  return isSafe ? { mount, path: inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside } : {}
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined // a broken escape names no file
  }
}

async function readPlainFile(name: string) {
  const info = await stat(name).catch(() => undefined)
  return info?.isFile() === true ? { name, bytes: await readFile(name), modified: info.mtime } : undefined
}

/** ASCII is the same bytes in every encoding used here, so the text need not be decoded. */
function rebased(bytes: Buffer, standIn: string | undefined, port: number | undefined): Buffer {
  const own = `127.0.0.1:${port}`
  if (standIn === undefined || standIn === own) return bytes
  return Buffer.from(bytes.toString('latin1').replaceAll(standIn, own), 'latin1')
}

function isFresh(request: IncomingMessage, etag: string, modified: Date): boolean {
  const known = request.headers['if-none-match']
  if (known !== undefined) return known.split(',').some((one) => one.trim() === etag)
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  return Number.isFinite(since) && Math.floor(modified.getTime() / 1_000) <= Math.floor(since / 1_000)
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.xml': 'application/xml',
  '.rdf': 'application/rdf+xml',
  '.atom': 'application/atom+xml',
  '.json': 'application/json',
  '.opml': 'text/x-opml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.txt': 'text/plain',
}

/** The type by the file's name, with the charset that the document itself states. */
function contentType(name: string, bytes: Buffer): string {
  const type = TYPES[extname(name)]
  if (type === undefined) return 'application/octet-stream'
  const head = bytes.subarray(0, 300).toString('latin1')
  const [, charset = 'utf-8'] = /(?:encoding|charset)="([\w-]+)"/.exec(head) ?? []
  return `${type}; charset=${charset.toLowerCase()}`
}
