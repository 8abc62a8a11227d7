import { createServer, type IncomingHttpHeaders } from 'node:http'

/** One request as it reached the host, by the moved clock. */
export type Heard = {
  readonly at: Date
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** name and value in turn, latin1 */
  readonly rawHeaders: readonly string[]
  /** by the monotonic clock */
  readonly startMs: number
}

export type Said = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** milliseconds before the answer */
  readonly lateMs?: number
}

/** What a path answers; `visit` counts from 1. */
export type Habit = (heard: Heard, visit: number) => Said

/** A web host on loopback that answers as it is told and remembers every request, so that a guest is judged by what arrived. */
export type WatchedHost = AsyncDisposable & {
  readonly origin: string
  /** HOST:PORT, for `allowPrivate` */
  readonly host: string
  readonly teach: (path: string, habit: Habit) => void
  /** the requests for one path, or all of them, in order of arrival */
  readonly heard: (path?: string) => readonly Heard[]
  /** the most requests that were under way at once */
  readonly peak: () => number
  /** forgets what it has heard, not what it was taught */
  readonly forget: () => void
}

/** @param now the moved clock */
export async function watchedHost(now: () => Date): Promise<WatchedHost> {
  const habits = new Map<string, Habit>()
  const heard: Heard[] = []
  let active = 0
  let peak = 0
  const server = createServer((request, response) => {
    const { url: path = '/', headers, rawHeaders } = request
    const one = { at: now(), path, headers, rawHeaders, startMs: performance.now() }
    heard.push(one)
    active += 1
    peak = Math.max(peak, active)
    response.on('close', () => {
      active -= 1
    })
    const visit = heard.filter((other) => other.path === path).length
    const said = habits.get(path)?.(one, visit) ?? { status: 404 }
    const answer = (): void => {
      for (const [name, value] of Object.entries(said.headers ?? {})) response.setHeader(name, value)
      response.writeHead(said.status ?? 200).end(said.body)
    }
    if (said.lateMs === undefined) answer()
    else setTimeout(answer, said.lateMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  const host = `127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}`
  return {
    origin: `http://${host}`,
    host,
    teach: (path, habit) => void habits.set(path, habit),
    heard: (path) => (path === undefined ? [...heard] : heard.filter((one) => one.path === path)),
    peak: () => peak,
    forget: () => void heard.splice(0),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
