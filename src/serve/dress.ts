import type { IncomingHttpHeaders } from 'node:http'
import { acceptedCoding, type Coding } from './accepted-coding.ts'

/** What a client would have a file look like. */
export type Dress = {
  readonly coding: Coding
  /** whether a person's browser asks, which shows XML but offers a feed for download */
  readonly inBrowser: boolean
  /** tells one dress from another */
  readonly key: string
}

/** As it lies on the disk. */
export const PLAIN: Dress = { coding: 'identity', inBrowser: false, key: 'identity' }

/** So many different wishes are remembered: clients have few, and hostile ones shall not fill the memory. */
const MOST_KNOWN = 200

/** Reads what clients wish; it remembers the wishes that it has read, since nearly all clients have the same few. */
export function dresser(): (headers: IncomingHttpHeaders) => Dress {
  const known = new Map<string, Dress>()
  return ({ accept = '', 'accept-encoding': field = '' }) => {
    const wish = `${String(field)}\n${accept}`
    const before = known.get(wish)
    if (before !== undefined) return before
    const dress = dressOf(String(field), accept)
    if (known.size < MOST_KNOWN && wish.length < 500) known.set(wish, dress)
    return dress
  }
}

function dressOf(field: string, accept: string): Dress {
  const coding = acceptedCoding(field)
  const inBrowser = accept.includes('text/html') && !/rss|atom|feed/i.test(accept)
  return { coding, inBrowser, key: inBrowser ? `${coding}-view` : coding }
}
