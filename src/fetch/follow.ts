import type { HttpUrl, Log, SiteTerms, Validators } from '../model/index.ts'
import type { Deadline } from './deadline.ts'
import { type Answer, exchange } from './exchange.ts'
import { type Failed, failed } from './failed.ts'
import type { HostGate } from './host-gate.ts'
import { openConnection, type Road } from './open-connection.ts'
import { redirectOf } from './redirect.ts'
import type { Refusals } from './refusals.ts'
import { type Purpose, requestHeaders } from './request-headers.ts'
import type { Permission } from './robots.ts'
import type { Gate } from './shared-gate.ts'

/** Where a chain of redirects ended, and what was answered there. */
export type Arrival = Answer & {
  readonly url: HttpUrl
  /** where the redirects led as long as all of them were permanent */
  readonly movedTo?: HttpUrl
  /** what the robots.txt of its site says of its use, where that was asked */
  readonly terms?: SiteTerms
}

export type Journey = {
  readonly start: HttpUrl
  readonly purpose: Purpose
  readonly validators: Validators
  /** an encoded form, sent by POST */
  readonly form?: string
  readonly userAgent: string
  readonly deadline: Deadline
  readonly road: Road
  readonly gate: Gate
  readonly refusals: Refusals
  readonly largeBodies: HostGate
  readonly maxRedirects: number
  readonly maxWireBytes: number
  readonly isCutAllowed: boolean
  readonly hasDocument: (status: number) => boolean
  /** asked before each hop, outside the gate */
  readonly permit?: (url: HttpUrl) => Promise<Permission>
  readonly log: Log
}

/**
 * Asks for a document and follows its redirects by hand: each hop is checked like the first one and waits for its turn at its own
 * host. Only the time at a server counts against the deadline.
 */
export async function follow(journey: Journey): Promise<Arrival | Failed> {
  const seen = new Set<HttpUrl>()
  let url = journey.start
  let movedTo: HttpUrl | undefined
  let isPermanent = true
  while (seen.size <= journey.maxRedirects) {
    seen.add(url)
    const answer = await hop(url, journey)
    if (answer.kind === 'failed') return answer
    const redirect = redirectOf(answer.status, answer.headers.location, url)
    if (redirect.kind === 'none') return { ...answer, url, ...(movedTo === undefined ? {} : { movedTo }) }
    if (redirect.kind === 'bad') return failed('bad-redirect', redirect.message, { status: answer.status })
    if (journey.form !== undefined && answer.status !== 307 && answer.status !== 308)
      return failed('redirects', 'it redirects what was sent to it', { status: answer.status }) // a browser would ask again without the form (RFC 9110 15.4)
    if (seen.has(redirect.url)) return failed('redirects', 'its redirects go round in a circle', { status: answer.status })
    isPermanent &&= redirect.isPermanent
    if (isPermanent) movedTo = redirect.url
    url = redirect.url
  }
  return failed('redirects', `it redirects more than ${journey.maxRedirects} times`)
}

async function hop(url: HttpUrl, journey: Journey): Promise<(Pick<Arrival, 'terms'> & Answer) | Failed> {
  const { deadline, gate, permit } = journey
  const target = new URL(url)
  let terms: SiteTerms | undefined
  if (permit !== undefined) {
    const permission = await Promise.race([permit(url), stopped(deadline)])
    if (permission.kind === 'failed') return permission
    gate.slowDown(target.host, permission.crawlDelayMs)
    terms = permission.terms
  }
  const leave = await gate.enter(target.host, deadline)
  if (leave === undefined) return stopWords(deadline)
  const refusal = journey.refusals.waiting(target.host, journey.purpose)
  if (refusal !== undefined) {
    leave()
    return refusal
  }
  deadline.run()
  try {
    const answer = await ask(target, journey)
    journey.log('debug', 'fetch.answered', {
      url,
      ...(answer.kind === 'failed' ? { trouble: answer.trouble } : { status: answer.status }),
    })
    if (answer.kind === 'answer')
      journey.refusals.note(target, journey.purpose, { status: answer.status, wait: answer.headers['retry-after'] })
    if (answer.kind === 'failed') return deadline.isStopped ? stopWords(deadline) : answer
    return terms === undefined ? answer : { ...answer, terms }
  } finally {
    deadline.pause()
    leave()
  }
}

async function ask(target: URL, journey: Journey): Promise<Answer | Failed> {
  const stop = journey.deadline
  const connection = await openConnection(target, journey.road, stop)
  if (connection.kind === 'failed') return connection
  const { socket, via } = connection
  const login = via?.authorization === undefined ? [] : ['Proxy-Authorization', via.authorization]
  return exchange({
    ...journey,
    socket,
    path: via === undefined ? `${target.pathname}${target.search}` : target.href,
    headers: [...requestHeaders({ ...journey, url: target }), ...login],
    stop,
  })
}

function stopped(deadline: Deadline): Promise<Failed> {
  if (deadline.isStopped) return Promise.resolve(stopWords(deadline))
  return new Promise((resolve) => deadline.onStop(() => resolve(stopWords(deadline))))
}

function stopWords({ reason }: Deadline): Failed {
  return reason === 'cancelled'
    ? failed('cancelled', 'the pass was ended before it answered')
    : failed('timeout', 'it did not answer in time')
}
