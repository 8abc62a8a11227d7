import { decoded } from './content-coding.ts'
import { failed, statusWords } from './failed.ts'
import { follow, type Journey } from './follow.ts'
import { hasDocument } from './outcome.ts'
import type { RobotsAnswer } from './robots.ts'

/** RFC 9309 2.5: at least 500 KiB must be read, and the rest may be left. */
const MAX_ROBOTS = 512_000
const MAX_UNPACKED = 4 * MAX_ROBOTS

type Errand = Omit<Journey, 'purpose' | 'validators' | 'maxWireBytes' | 'isCutAllowed' | 'hasDocument' | 'permit'>

/**
 * Gets a robots.txt: the first 500 KB of it. `none` for 4xx and for redirects without end (RFC 9309 2.3.1.2); 429, 5xx, no answer and
 * a body that cannot be read are `unknown`.
 */
export async function getRobots(errand: Errand): Promise<RobotsAnswer> {
  const arrival = await follow({
    ...errand,
    purpose: 'robots',
    validators: {},
    maxWireBytes: MAX_ROBOTS,
    isCutAllowed: true,
    hasDocument,
  })
  if (arrival.kind === 'failed') return arrival.trouble === 'redirects' ? { kind: 'none' } : { kind: 'unknown', cause: arrival }
  const { status, headers } = arrival
  if (hasDocument(status)) {
    const body = await decoded(arrival.body?.bytes ?? new Uint8Array(), headers['content-encoding'], MAX_UNPACKED)
    return body.kind === 'decoded'
      ? { kind: 'file', bytes: body.bytes.subarray(0, MAX_ROBOTS) }
      : { kind: 'unknown', cause: body }
  }
  if (status >= 400 && status < 500 && status !== 429) return { kind: 'none' }
  return { kind: 'unknown', cause: failed('http-status', `it answered ${statusWords(status)}`) }
}
