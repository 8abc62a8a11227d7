/**
 * Feeds on loopback addresses, known to the last item: `node bench/farm.ts --n 1000 --port 8199 --write DIR`. Prints a line that begins with
 * "ready". Serves ETag, Last-Modified, 304 and gzip. On 127.0.0.1, uncounted: `/__stats`, `/__reset`, `/__set?latency=50&validators=0`,
 * `/__mutate?pct=5&items=2&hours=1` (so many of a hundred feeds have new items, and what is right to keep of them), `/__files/NAME`.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createDoor, type Socket } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { type FarmFeed, farmDocument, farmFeed, isOnTopic } from './farm/farm-feed.ts'
import { farmFiles } from './farm/farm-files.ts'

const options = {
  n: { type: 'string', default: '1000' },
  port: { type: 'string', default: '8199' },
  write: { type: 'string' },
} as const
const { values } = parseArgs({ options })
const port = Number(values.port)
const baseMs = Date.parse('2026-01-15T12:00:00Z')
const settings = { latency: 0, validators: 1 }
const counted = { requests: 0, ok: 0, notModified: 0, notFound: 0 }
let clockMs = baseMs
let turn = 0

type Served = {
  readonly feed: FarmFeed
  readonly body: Buffer
  readonly gzip: Buffer
  readonly etag: string
  readonly modified: string
}
const served = new Map<string, Served>()
const feeds = (): readonly FarmFeed[] => [...served.values()].map(({ feed }) => feed)

function serve(feed: FarmFeed): void {
  const body = Buffer.from(farmDocument(feed))
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`
  const modified = new Date(feed.moments.at(-1) ?? baseMs).toUTCString()
  served.set(`/f/${feed.number}.xml`, { feed, body, gzip: gzipSync(body), etag, modified })
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const found = served.get(request.url ?? '')
  if (found === undefined) {
    counted.notFound += 1
    response.writeHead(404).end()
    return
  }
  const { body, gzip, etag, modified, feed } = found
  const common = {
    'Cache-Control': 'max-age=300',
    ...(settings.validators === 1 ? { ETag: etag, 'Last-Modified': modified } : {}),
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  const isKnown =
    request.headers['if-none-match'] === etag || (request.headers['if-none-match'] === undefined && since >= Date.parse(modified))
  if (settings.validators === 1 && isKnown) {
    counted.notModified += 1
    response.writeHead(304, common).end()
    return
  }
  counted.ok += 1
  const isPacked = request.headers['accept-encoding']?.includes('gzip') === true
  const sent = isPacked ? gzip : body
  const type = `application/${feed.number % 7 === 3 ? 'atom' : 'rss'}+xml; charset=utf-8`
  const packed = isPacked ? { 'Content-Encoding': 'gzip' } : {}
  response.writeHead(200, { ...common, ...packed, 'Content-Type': type, 'Content-Length': sent.length }).end(sent)
}

function control({ pathname, searchParams }: URL): unknown {
  const asked = (name: string, otherwise: number): number => Number(searchParams.get(name) ?? otherwise)
  if (pathname === '/__reset') return Object.assign(counted, { requests: 0, ok: 0, notModified: 0, notFound: 0 })
  if (pathname === '/__mutate') return mutate(asked('pct', 5), asked('items', 2), asked('hours', 1))
  if (pathname === '/__set')
    return Object.assign(settings, {
      latency: asked('latency', settings.latency),
      validators: asked('validators', settings.validators),
    })
  return counted
}

function mutate(percent: number, items: number, hours: number): unknown {
  turn += 1
  clockMs += hours * 3_600_000
  const changed = feeds().filter(({ number }) => (number * 41 + turn * 17) % 100 < percent)
  let matches = 0
  for (const feed of changed) {
    const moments = [...feed.moments, ...Array.from({ length: items }, (_, at) => clockMs - (items - 1 - at) * 60_000)]
    for (let at = feed.moments.length; at < moments.length; at += 1) if (isOnTopic(feed.number, at)) matches += 1
    serve({ ...feed, moments })
  }
  return { changed: changed.length, items: changed.length * items, matches, clock: new Date(clockMs).toISOString() }
}

const server = createServer({ keepAliveTimeout: 15_000 }, (request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (url.pathname.startsWith('/__files/')) response.end(farmFiles(feeds(), port)[url.pathname.slice('/__files/'.length)])
  else if (url.pathname.startsWith('/__')) response.end(`${JSON.stringify(control(url))}\n`)
  else {
    counted.requests += 1
    if (settings.latency > 0) setTimeout(answer, settings.latency, request, response)
    else answer(request, response)
  }
})

for (let number = 0; number < Number(values.n); number += 1) serve(farmFeed(number, { port, baseMs }))
const hosts = ['127.0.0.1', ...feeds().map(({ home }) => new URL(home).hostname)]
for (const host of hosts)
  await new Promise<void>((resolve, reject) => {
    const door = createDoor({ noDelay: true }, (socket: Socket) => server.emit('connection', socket))
    door.once('error', reject).listen({ host, port, backlog: 1_024 }, resolve)
  })
if (values.write !== undefined) {
  mkdirSync(values.write, { recursive: true })
  for (const [name, text] of Object.entries(farmFiles(feeds(), port))) writeFileSync(join(values.write, name), text)
}
console.log(`ready: ${feeds().length} feeds on port ${port}`)
