import type { Clock } from '../model/index.ts'
import { type Failed, failed } from './failed.ts'
import type { Purpose } from './request-headers.ts'
import { retryAfter } from './retry-after.ts'

/** What a host has answered lately, as far as it concerns those who would ask it next. */
type Mood = {
  /** feeds that were refused since a feed of this host could last be had */
  readonly refused: Set<string>
  /** no feed before this moment, by the given clock */
  feedsFrom: number
  /** no page before this moment */
  pagesFrom: number
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** One feed that is refused speaks for itself: on a shared host it must not silence the others. */
const SEVERAL = 2
const MOST_HOSTS = 5_000

/**
 * Remembers who was refused (429, 503) and whom else that concerns. A feed's refusal is its own matter until a second one of its host
 * is refused as well, with no good answer between them: then the other feeds and the pages of that host wait too, a day at most. A page's
 * refusal holds for all pages of its host, since they are many and alike. Lasts as long as the process; what must outlast it is in `retryAt`.
 */
export class Refusals {
  readonly #moods = new Map<string, Mood>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Why nothing is to be asked of a host now; undefined when it may be. */
  waiting(host: string, purpose: Purpose): Failed | undefined {
    const mood = this.#moods.get(host)
    if (mood === undefined || purpose === 'hub') return undefined
    const from = purpose === 'feed' ? mood.feedsFrom : Math.max(mood.feedsFrom, mood.pagesFrom)
    if (from <= this.#clock.now().getTime()) return undefined
    const words = 'its host has asked to be left alone for a while, so it was not asked'
    return failed('rate-limited', words, { retryAt: new Date(from), isUnasked: true })
  }

  /** Takes note of an answer. */
  note(url: URL, purpose: Purpose, answer: { readonly status: number; readonly wait: string | undefined }): void {
    if (purpose === 'hub') return
    if (answer.status !== 429 && answer.status !== 503) {
      if (purpose === 'feed' && answer.status < 400) this.#moods.get(url.host)?.refused.clear()
      return
    }
    const mood = this.#moodAt(url.host)
    const now = this.#clock.now()
    const pause = retryAfter(answer.wait, now)
    const from = pause.kind === 'until' ? pause.at.getTime() : now.getTime() + HOUR_MS
    if (purpose !== 'feed') {
      if (answer.status === 429 || pause.kind === 'until') mood.pagesFrom = Math.max(mood.pagesFrom, from) // a bare 503 may be one broken page
      return
    }
    mood.refused.add(url.href)
    if (mood.refused.size >= SEVERAL) mood.feedsFrom = Math.max(mood.feedsFrom, Math.min(from, now.getTime() + DAY_MS))
  }

  #moodAt(host: string): Mood {
    const known = this.#moods.get(host)
    if (known !== undefined) return known
    if (this.#moods.size >= MOST_HOSTS) this.#moods.clear()
    const mood: Mood = { refused: new Set(), feedsFrom: 0, pagesFrom: 0 }
    this.#moods.set(host, mood)
    return mood
  }
}
