import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type ServeOptions, type Serving, startServer } from '../../../src/serve/index.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

/** A server over a folder for one test, on a free port. */
export async function served(folder: string, options: Partial<ServeOptions> = {}): Promise<Serving> {
  const serving = await startServer({
    folder,
    listen: { host: '127.0.0.1', port: 0 },
    clock: { now: () => new Date('2026-11-25T12:00:00Z') },
    log: () => undefined,
    newsroom: async () => undefined,
    ...options,
  })
  onTestFinished(serving.close)
  return serving
}

type Asked = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

/** One request, its target sent exactly as it stands and its body left packed. */
export async function ask({ url }: Serving, target: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return await new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** A bare connection, for what no client library would send. */
export async function plug({ url }: Serving): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined) // being cut off is what these tests are about
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

/** Sends bytes as they are and answers with all that comes until the server closes. */
export async function raw(serving: Serving, text: string): Promise<string> {
  const socket = await plug(serving)
  let heard = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    heard += chunk
  })
  socket.write(text)
  await once(socket, 'close')
  return heard
}
