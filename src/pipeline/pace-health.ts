import type { Source, SourceState } from '../model/index.ts'
import { isAdopted } from './pace-moved.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** A feed that has offered nothing new for so long may be dead without saying so. */
const SILENT_MS = 30 * DAY_MS

/** How a source is, for `status` and its like. */
export type Health = {
  /**
   * `good`: read well the last time. `waiting`: the server asked us to wait, or the operator has switched it off. `failing`: could not
   * be read. `gone`: its server says for ever (410). `never`: not asked yet. `silent`: reads well, but offers nothing (new).
   */
  readonly level: 'good' | 'waiting' | 'failing' | 'gone' | 'never' | 'silent'
  /** one line in English; holds the server's own words where there is trouble */
  readonly words: string
}

/** Says how a source is. The same state and moment give the same words. */
export function healthWords(source: Source, state: SourceState | undefined, now: Date): Health {
  if (!source.enabled) return { level: 'waiting', words: 'switched off in feeds.json' }
  if (state?.lastAttempt === undefined || state.url !== source.url) return { level: 'never', words: 'not asked yet' }
  const { level, words } = judged(state, now)
  return { level, words: [words, ...moveWords(state, now)].join('; ') }
}

function judged(state: SourceState, now: Date): Health {
  const { trouble, failures } = state
  if (trouble?.final === true)
    return { level: 'gone', words: `${trouble.message}; remove it, change its address, or try again with --force` }
  const next = nextWords(state, now)
  if (trouble !== undefined) {
    const level = trouble.code === 'rate-limited' ? 'waiting' : 'failing'
    return {
      level,
      words: `${failures === 1 ? 'failed once' : `failed ${failures} times in a row`}: ${trouble.message}; ${next}`,
    }
  }
  const quietMs = now.getTime() - (state.lastChange ?? now).getTime()
  if (state.entries === 0) return { level: 'silent', words: `reads well, but holds no entries; ${next}` }
  if (quietMs >= SILENT_MS) return { level: 'silent', words: `reads well, but nothing new for ${span(quietMs)}; ${next}` }
  const entries = state.entries === undefined ? '' : `, ${state.entries} ${state.entries === 1 ? 'entry' : 'entries'}`
  return { level: 'good', words: `read ${agoWords(state.lastSuccess, now)}${entries}; ${next}` }
}

function agoWords(date: Date | undefined, now: Date): string {
  const ms = date === undefined ? 0 : now.getTime() - date.getTime()
  return ms < MINUTE_MS ? 'just now' : `${span(ms)} ago`
}

function nextWords({ nextDue }: SourceState, now: Date): string {
  const ms = nextDue === undefined ? 0 : nextDue.getTime() - now.getTime()
  return ms < MINUTE_MS ? 'due now' : `due in ${span(ms)}`
}

function moveWords({ moved }: SourceState, now: Date): readonly string[] {
  if (moved === undefined) return []
  const where = `moved for good to ${moved.to}`
  return [
    isAdopted(moved, now) ? `${where}, and is read there: change its address in feeds.json` : `${where}, as its server says`,
  ]
}

/** A length of time in its largest fitting unit: `5 min`, `3 h`, `12 d`. */
function span(ms: number): string {
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`
  if (ms < 2 * DAY_MS) return `${Math.round(ms / HOUR_MS)} h`
  return `${Math.round(ms / DAY_MS)} d`
}
