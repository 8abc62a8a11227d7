import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '../model/index.ts'
import { answerFile, answerLarge, answerTold, type Told } from './answer.ts'
import { type Dress, dresser, PLAIN } from './dress.ts'
import { requestPath } from './request-path.ts'
import type { Shelf } from './shelf.ts'

export type HandlerOptions = {
  /** absolute */
  readonly folder: string
  readonly shelf: Shelf
  /** pages that are made: path, without a slash in front -> what to say */
  readonly told: Readonly<Record<string, () => Promise<Told>>>
  /** other names of files: path -> path */
  readonly aliases: Readonly<Record<string, string>>
  /** told the status of every answer */
  readonly answered: (status: number) => void
  readonly log: Log
}

/** Answers one request after the other; whatever goes wrong with one stays with it. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export function createHandler(options: HandlerOptions): Handler {
  const dressFor = dresser()
  return (request, response) => {
    if (hasBody(request)) response.shouldKeepAlive = false // what it holds is not read
    const finding = answerReady(request, response, { options, dressFor })
    if (finding === undefined) return options.answered(response.statusCode)
    find(request, response, finding)
      .catch((problem: unknown) => failed(response, problem, options.log))
      .finally(() => options.answered(response.statusCode))
  }
}

/** The usual way has no turn of the event loop in it; what it cannot answer is still to be found. */
function answerReady(
  request: IncomingMessage,
  response: ServerResponse,
  { options, dressFor }: { readonly options: HandlerOptions; readonly dressFor: ReturnType<typeof dresser> },
): Finding | undefined {
  const { method, url = '' } = request
  const path = method === 'GET' || method === 'HEAD' ? requestPath(url) : undefined
  if (path === undefined) {
    answerTold(response, method === 'GET' || method === 'HEAD' ? NOTHING : NOT_ALLOWED)
    return undefined
  }
  const dress = dressFor(request.headers)
  const ready = options.shelf.ready(path, dress)
  if (ready === undefined) return { path, dress, options }
  answerFile(request, response, ready)
  return undefined
}

const NOTHING: Told = { status: 404, body: 'there is nothing here' }
const NOT_ALLOWED: Told = { status: 405, body: 'only GET and HEAD are answered here', fields: ['Allow', 'GET, HEAD'] }
const TROUBLE: Told = { status: 503, body: 'the file cannot be read at the moment', fields: ['Retry-After', '5'] }

type Finding = { readonly path: string; readonly dress: Dress; readonly options: HandlerOptions }

async function find(request: IncomingMessage, response: ServerResponse, { path, dress, options }: Finding): Promise<void> {
  const { shelf, folder, told, aliases } = options
  const tell = Object.hasOwn(told, path) ? told[path] : undefined
  if (tell !== undefined) return answerTold(response, await tell())
  const alias = Object.hasOwn(aliases, path) ? aliases[path] : undefined
  const found = await shelf.get(alias ?? path, dress)
  if (found === undefined) return await missing(response, path, shelf)
  if ('body' in found) answerFile(request, response, found)
  else await answerLarge(request, response, { file: found, folder })
}

/** A folder that has a page of its own is shown under its own address; the way there is relative, so that no other host can be named. */
async function missing(response: ServerResponse, path: string, shelf: Shelf): Promise<void> {
  if (path === 'index.html') return answerTold(response, { status: 404, body: 'nothing is published yet: kaynak run does it' })
  const page = path.endsWith('/index.html') ? undefined : await shelf.get(`${path}/index.html`, PLAIN)
  if (page === undefined) return answerTold(response, NOTHING)
  const last = encodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
  answerTold(response, { status: 301, body: 'it is a folder', fields: ['Location', `${last}/`] })
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

function failed(response: ServerResponse, problem: unknown, log: Log): void {
  if (response.headersSent || response.destroyed) {
    response.destroy() // half an answer, or a client that left: nobody is there to be told
    return
  }
  log('error', 'serve.failed', { why: problem instanceof Error ? problem.stack : String(problem) })
  answerTold(response, TROUBLE)
}
