import type { IncomingMessage } from 'node:http'
import type { Stop } from './deadline.ts'
import { type Failed, failed, sizeWords } from './failed.ts'
import type { HostGate, Leave } from './host-gate.ts'

/** A body as it came over the wire, still packed. */
export type Body = { readonly kind: 'body'; readonly bytes: Uint8Array }

type Limits = {
  readonly maxWireBytes: number
  readonly isCutAllowed: boolean
  readonly largeBodies: HostGate
  readonly stop: Stop
}

/** Beyond this a body counts as large, and only a few large ones are read at a time. */
const LARGE_BYTES = 1_048_576

/** Reads a body whole, at most `maxWireBytes`. One that ends before its stated length, or before its last chunk, is `truncated`. */
export function readBody(response: IncomingMessage, limits: Limits): Promise<Body | Failed> {
  const { maxWireBytes, isCutAllowed, largeBodies, stop } = limits
  const stated = Number(response.headers['content-length'] ?? 0)
  if (stated > maxWireBytes && !isCutAllowed) return Promise.resolve(tooLarge(maxWireBytes))
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    let size = 0
    let isSettled = false
    let leave: Leave | undefined
    const settle = (outcome: Body | Failed): void => {
      isSettled = true
      leave?.()
      resolve(outcome)
    }
    const body = (): Body => ({ kind: 'body', bytes: joined(chunks, size) })
    const takeTurn = async (): Promise<void> => {
      response.pause()
      leave = await largeBodies.enter('', stop)
      if (isSettled) leave?.()
      else response.resume()
    }
    response.on('data', (chunk: Uint8Array) => {
      const room = maxWireBytes - size
      size += Math.min(chunk.length, room)
      chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk)
      if (chunk.length > room) settle(isCutAllowed ? body() : tooLarge(maxWireBytes))
      else if (size > LARGE_BYTES && size - chunk.length <= LARGE_BYTES) takeTurn()
    })
    response.on('end', () => settle(response.complete ? body() : cut()))
    response.on('error', () => settle(cut()))
    response.on('close', () => settle(cut()))
  })
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks, size)
}

function cut(): Failed {
  return failed('truncated', 'its body ends before its stated length')
}

function tooLarge(maxWireBytes: number): Failed {
  return failed('too-large', `it is larger than ${sizeWords(maxWireBytes)}`)
}
