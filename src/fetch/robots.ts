import { type Clock, type HttpUrl, present, type SiteTerms } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { type Failed, failed } from './failed.ts'
import { type RobotsRules, robotsRules } from './robots-rules.ts'

/** What came when a robots.txt was asked for. */
export type RobotsAnswer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** the server has none to give: everything is allowed (RFC 9309 2.3.1.3) */
  | { readonly kind: 'none' }
  /** it could not be known: not now (RFC 9309 2.3.1.4) */
  | { readonly kind: 'unknown'; readonly cause: Failed }

/** Gets one robots.txt, over the same guarded road as everything else. */
export type GetRobots = (url: HttpUrl) => Promise<RobotsAnswer>

/** Whether a page may be asked for, how long to pause between two pages of its host, and what its site says of their use. */
export type Permission = { readonly kind: 'permitted'; readonly crawlDelayMs: number; readonly terms?: SiteTerms } | Failed

type Known = { readonly until: number; readonly rules: Promise<RobotsRules | Failed> }

const DAY_MS = 86_400_000
/** A server in trouble is asked again in the next pass, not for each of its pages. */
const RETRY_MS = 900_000
const MAX_ORIGINS = 2_000

/** Keeps the robots.txt of each origin for at most a day (RFC 9309 2.4) and asks for each only once, however many pages wait for it. */
export class Robots {
  readonly #known = new Map<string, Known>()
  readonly #get: GetRobots
  readonly #clock: Clock

  constructor(get: GetRobots, clock: Clock) {
    this.#get = get
    this.#clock = clock
  }

  async permission(url: HttpUrl): Promise<Permission> {
    const rules = await this.#rulesOf(new URL(url).origin)
    if ('kind' in rules) return rules
    return rules.isAllowed(url)
      ? present({ kind: 'permitted' as const, crawlDelayMs: rules.crawlDelayMs, terms: rules.termsOf(url) })
      : failed('robots', 'its robots.txt asks not to read this page')
  }

  #rulesOf(origin: string): Promise<RobotsRules | Failed> {
    const now = this.#clock.now().getTime()
    const known = this.#known.get(origin)
    if (known !== undefined && now < known.until && now > known.until - DAY_MS - 1) return known.rules
    if (this.#known.size >= MAX_ORIGINS) this.#known.clear()
    const rules = this.#ask(origin, now)
    this.#known.set(origin, { until: now + DAY_MS, rules })
    return rules
  }

  async #ask(origin: string, now: number): Promise<RobotsRules | Failed> {
    const address = httpUrl('/robots.txt', origin)
    if (address === undefined) return failed('bad-address', 'its address is no http or https address')
    const answer = await this.#get(address)
    if (answer.kind === 'file') return robotsRules(address, Buffer.from(answer.bytes).toString('utf8'))
    if (answer.kind === 'none') return robotsRules(address, '')
    const refusal = notNow(answer.cause)
    this.#known.set(origin, { until: now + RETRY_MS, rules: Promise.resolve(refusal) })
    return refusal
  }
}

/** A forbidden place is named as such: that its robots.txt was not read is beside the point. */
function notNow(cause: Failed): Failed {
  return cause.trouble === 'private-address'
    ? cause
    : failed('robots', `its robots.txt cannot be read now, so its pages wait: ${cause.message}`)
}
