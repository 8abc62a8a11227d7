import { createServer, type Server, type Socket } from 'node:net'
import { send } from './answers.ts'
import type { HostileCase, Visitor } from './case.ts'

/** What one case's server has seen. */
export type Log = {
  /** requests to the source itself */
  readonly visits: number
  /** the most requests under way at once, over all cases of the host */
  readonly peak: number
  /** names of all header fields that ever came, in lower case */
  readonly fields: readonly string[]
}

/** One server on loopback for each host, and one that nobody may connect to. */
export type Servers = {
  /** case -> the address of its source */
  readonly addresses: ReadonlyMap<string, string>
  readonly logOf: (name: string) => Log
  /** connections to the forbidden server: each is a hard fault */
  readonly innerConnections: () => number
  /** waits up to five seconds for clients to close their connections; answers the names of hosts that still have some */
  readonly settled: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

type Host = { readonly server: Server; readonly port: number; readonly sockets: Set<Socket>; active: number; peak: number }
type Seen = { visits: number; readonly fields: Set<string> }

/** Starts a server for each host of the cases. */
export async function openServers(cases: readonly HostileCase[]): Promise<Servers> {
  const inner = await listening(createServer((socket) => socket.destroy()))
  const seen = new Map<string, Seen>(cases.map(({ name }) => [name, { visits: 0, fields: new Set() }]))
  const byName = new Map(cases.map((one) => [one.name, one]))
  const hosts = new Map<string, Host>()
  let innerConnections = 0
  for (const { prepare } of cases) prepare?.()
  inner.server.on('connection', () => {
    innerConnections += 1
  })
  for (const { name, host = name } of cases) {
    if (hosts.has(host)) continue
    const server = createServer({ allowHalfOpen: true }, (socket) => receive(socket, answer))
    const opened = await listening(server)
    hosts.set(host, opened)
    const answer = (socket: Socket, head: string): void => {
      const [path = '/', headers] = readHead(head)
      const [, first = '', rest = ''] = /^\/([^/?]*)(.*)$/.exec(path) ?? []
      const one = byName.get(first === 'robots.txt' ? name : first)
      const record = seen.get(one?.name ?? '')
      if (one === undefined || record === undefined) {
        send(
          '',
          [],
          '404 Not Found',
        )(visitorOf(socket, { port: opened.port, rest, headers, name, visit: 0, innerPort: inner.port }))
        return
      }
      opened.active += 1
      opened.peak = Math.max(opened.peak, opened.active)
      socket.on('close', () => {
        opened.active -= 1
      })
      for (const field of Object.keys(headers)) record.fields.add(field)
      if (first !== 'robots.txt' && rest === '') record.visits += 1
      const respond = first === 'robots.txt' ? (one.robots ?? send('', [], '404 Not Found')) : one.respond
      respond(
        visitorOf(socket, { port: opened.port, rest, headers, name: one.name, visit: record.visits, innerPort: inner.port }),
      )
    }
  }
  const hostOf = (name: string): Host | undefined => hosts.get(byName.get(name)?.host ?? name)
  const openNames = (): readonly string[] => [...hosts].filter(([, { sockets }]) => sockets.size > 0).map(([name]) => name)
  return {
    addresses: new Map(cases.map(({ name }) => [name, `http://127.0.0.1:${hostOf(name)?.port}/${name}`])),
    logOf: (name) => ({
      visits: seen.get(name)?.visits ?? 0,
      peak: hostOf(name)?.peak ?? 0,
      fields: [...(seen.get(name)?.fields ?? [])],
    }),
    innerConnections: () => innerConnections,
    settled: async () => {
      const end = performance.now() + 5_000
      while (openNames().length > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10))
      return openNames()
    },
    close: async () => {
      for (const { server, sockets } of [inner, ...hosts.values()]) {
        for (const socket of sockets) socket.destroy()
        await new Promise<void>((resolve) => server.close(() => resolve()))
      }
    },
  }
}

async function listening(server: Server): Promise<Host> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('end', () => socket.end())
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  return { server, port: typeof place === 'object' && place !== null ? place.port : 0, sockets, active: 0, peak: 0 }
}

/** Hands a connection on when the head of its request is whole; reads and forgets whatever follows. */
function receive(socket: Socket, answer: (socket: Socket, head: string) => void): void {
  let head = ''
  let isAnswered = false
  socket.on('data', (chunk: Buffer) => {
    if (isAnswered) return
    head += chunk.toString('latin1')
    if (!head.includes('\r\n\r\n')) return
    isAnswered = true
    answer(socket, head)
  })
}

function readHead(head: string): readonly [string | undefined, Readonly<Record<string, string>>] {
  const [first = '', ...lines] = head.split('\r\n\r\n', 1)[0]?.split('\r\n') ?? []
  const headers: Record<string, string> = {}
  for (const line of lines) headers[line.slice(0, line.indexOf(':')).toLowerCase()] = line.slice(line.indexOf(':') + 1).trim()
  return [first.split(' ')[1], headers]
}

type Parts = Pick<Visitor, 'rest' | 'headers' | 'visit' | 'innerPort'> & { readonly port: number; readonly name: string }

function visitorOf(socket: Socket, { port, name, ...parts }: Parts): Visitor {
  const origin = `http://127.0.0.1:${port}`
  return { socket, origin, self: `${origin}/${name}`, ...parts }
}
