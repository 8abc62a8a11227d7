import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type Body, readBody } from './body.ts'
import type { Stop } from './deadline.ts'
import { type Failed, failed } from './failed.ts'
import type { HostGate } from './host-gate.ts'
import { httpRequest } from './node-http.ts'
import { transportTrouble } from './transport-trouble.ts'

/** What a server said. The body is there only where the status promises a document. */
export type Answer = {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body?: Body
  /** more bytes than Content-Length announced came along: the end of the document may be among them */
  readonly hasSurplus: boolean
}

export type Exchange = {
  /** an open connection; it is closed when the promise settles, whatever came */
  readonly socket: Socket
  /** path and query, or the whole address for a proxy */
  readonly path: string
  readonly headers: readonly string[]
  /** an encoded form, ASCII only: sent by POST */
  readonly form?: string
  readonly stop: Stop
  readonly hasDocument: (status: number) => boolean
  readonly maxWireBytes: number
  /** keep the first `maxWireBytes` of a longer body instead of failing */
  readonly isCutAllowed: boolean
  /** bodies beyond a megabyte take turns here, which bounds the memory of all together */
  readonly largeBodies: HostGate
}

const MAX_HEADER_BYTES = 65_536
const MAX_INTERIM = 16

/** One request and its answer over one connection. Never rejects; the caller words an abort by its own reason. */
export function exchange(call: Exchange): Promise<Answer | Failed> {
  return new Promise((resolve) => {
    let interim = 0
    let hasSurplus = false
    let response: IncomingMessage | undefined
    const request = httpRequest({
      method: call.form === undefined ? 'GET' : 'POST',
      path: call.path,
      headers: [...call.headers],
      maxHeaderSize: MAX_HEADER_BYTES,
      createConnection: () => call.socket,
    })
    const settle = (outcome: Answer | Failed): void => {
      withdraw()
      resolve(outcome)
      request.destroy()
      call.socket.destroy()
    }
    const withdraw = call.stop.onStop(() => settle(failed('timeout', 'it did not finish in time')))
    request.on('information', () => {
      interim += 1
      if (interim > MAX_INTERIM) settle(failed('malformed', 'it sends interim answers without end'))
    })
    request.on('upgrade', () => settle(failed('http-status', 'it answered 101 Switching Protocols', { status: 101 })))
    request.on('response', async (message) => {
      response = message
      const answer = await answerOf(message, call)
      settle(answer.kind === 'answer' ? { ...answer, hasSurplus } : answer)
    })
    request.on('error', (error) => {
      if (response?.complete === true)
        hasSurplus = response.headers['content-length'] !== undefined // behind a last chunk: rubbish
      else settle(response === undefined ? transportTrouble(error) : brokenOff(error))
    })
    request.on('close', () => {
      if (response === undefined) settle(failed('reset', 'the connection was closed without an answer'))
    })
    request.end(call.form)
  })
}

async function answerOf(response: IncomingMessage, call: Exchange): Promise<Answer | Failed> {
  const status = response.statusCode ?? 0
  const answer = { kind: 'answer' as const, status, headers: response.headers, hasSurplus: false }
  if (!call.hasDocument(status)) return answer
  const body = await readBody(response, call)
  return body.kind === 'failed' ? body : { ...answer, body }
}

/** An error after the headers: broken chunks are the server's doing, all else means that the body was cut. */
function brokenOff(error: unknown): Failed {
  const trouble = transportTrouble(error)
  return trouble.trouble === 'malformed' ? trouble : failed('truncated', 'the connection broke in the middle of its body')
}
