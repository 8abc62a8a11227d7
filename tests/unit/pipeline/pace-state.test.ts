import { describe, expect, it } from 'vitest'
import type { SourceState } from '../../../src/model/index.ts'
import { feedRequest } from '../../../src/pipeline/pace.ts'
import { anAddress } from '../../helpers/make-item.ts'
import { makeSource } from '../../helpers/make-source.ts'
import { DAY, failed, HOUR, later, NOON, next, notModified, read } from './pace-story.ts'

const source = makeSource()
const BOTH = { etag: '"a"', lastModified: 'Tue, 24 Nov 2026 11:00:00 GMT' }
const NEW = anAddress('https://new.morning-post.example/world.xml')

describe('nextState', () => {
  it('remembers what a document was', () => {
    expect(next(undefined, read({ validators: BOTH }, { feed: { title: 'World' }, warnings: ['a bare ampersand'] }))).toEqual({
      sourceId: source.id,
      url: source.url,
      validators: BOTH,
      bodyHash: 'mark',
      feedTitle: 'World',
      feedFormat: 'rss2.0',
      lastAttempt: NOON,
      lastSuccess: NOON,
      lastChange: NOON,
      lastFull: NOON,
      nextDue: later(HOUR),
      failures: 0,
      warnings: ['a bare ampersand'],
      entries: 20,
    })
  })
  it('knows nothing of another address', () => {
    const state = next(next(undefined, read({ validators: BOTH })), failed(), {
      source: makeSource({ url: 'https://elsewhere.example/feed' }),
    })
    expect(state).not.toHaveProperty('validators')
    expect(state).not.toHaveProperty('lastSuccess')
    expect(state.failures).toBe(1)
  })
  it('drops the validators of the old body with the body', () => {
    expect(next(next(undefined, read({ validators: BOTH })), read())).not.toHaveProperty('validators')
  })
  it('lets a 304 renew what it names, and keeps the rest', () => {
    const state = next(next(undefined, read({ validators: BOTH })), notModified({ validators: { lastModified: 'later' } }))
    expect(state.validators).toEqual({ etag: '"a"', lastModified: 'later' })
  })
  it('takes new validators with an old body', () => {
    const state = next(next(undefined, read({ validators: BOTH })), {
      kind: 'unchanged',
      answer: { validators: { etag: '"b"' }, freshness: {} },
    })
    expect(state.validators?.etag).toBe('"b"')
    expect(state.lastChange).toEqual(NOON)
  })
  it.each([
    ['failed', failed('truncated')],
    ['unreadable', { kind: 'unreadable', why: 'a web page, no feed' }],
    ['internal', { kind: 'internal', why: 'a bug' }],
  ] as const)(
    'keeps validators, body, entries and warnings of the last good document when the next one is %s',
    (_kind, outcome) => {
      const good = next(undefined, read({ validators: BOTH }, { warnings: ['w'] }))
      const { trouble, ...bad } = next(good, outcome, { now: later(HOUR) })
      expect(trouble?.final).toBe(false)
      expect(bad).toEqual({ ...good, lastAttempt: later(HOUR), failingSince: later(HOUR), failures: 1, nextDue: later(2 * HOUR) })
    },
  )
  it('says why it failed', () => {
    expect(next(undefined, failed('dns')).trouble).toEqual({ code: 'dns', message: 'no answer: dns', final: false })
    expect(next(undefined, { kind: 'unreadable', why: 'a web page' }).trouble?.code).toBe('unreadable')
  })
  it('leaves everything as it was when the reading was cancelled', () => {
    const good = next(undefined, read({ validators: BOTH }))
    expect(next(good, failed('cancelled'), { now: later(HOUR) })).toEqual(good)
    expect(next(undefined, failed('cancelled'))).not.toHaveProperty('lastAttempt')
  })
  it.each([
    [20, 0, ['holds no entries; the document before held 20']],
    [undefined, 0, ['holds no entries']],
    [0, 0, ['holds no entries']],
    [20, 5, ['holds 5 entries; the document before held 20']],
    [20, 6, []],
    [7, 1, []],
    [5, 50, []],
  ])('after %j entries and then %i, notices %j', (before, entries, warnings) => {
    const first = before === undefined ? undefined : next(undefined, read({}, { entries: before }))
    expect(next(first, read({}, { entries })).warnings).toEqual(warnings)
  })
})

describe('feedRequest', () => {
  const state = next(undefined, read({ validators: BOTH }))

  it('asks the configured address, without validators, when nothing is known of it', () => {
    expect(feedRequest(source, undefined, { now: NOON })).toEqual({ url: source.url })
    const other = makeSource({ url: 'https://elsewhere.example/feed' })
    expect(feedRequest(other, state, { now: NOON })).toEqual({ url: other.url })
  })
  it('sends the validators byte for byte', () => {
    expect(feedRequest(source, state, { now: later(HOUR) })).toEqual({ url: source.url, validators: BOTH })
  })
  it('asks a quiet feed for the whole document once a day at most, and ever more rarely', () => {
    let quiet = state
    const probes: number[] = []
    for (let hour = 1; hour <= 90 * 24; hour++) {
      const now = later(hour * HOUR)
      const asked = feedRequest(source, quiet, { now: now })
      if (asked.validators === undefined) probes.push(hour)
      quiet = next(quiet, notModified({ validators: BOTH }), { now, asked })
    }
    const gaps = probes.map((hour, at) => hour - (probes[at - 1] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(24)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(7 * 24)
    expect(gaps.at(-1)).toBe(7 * 24)
  })
  it('does not probe a feed whose validators are seen to work', () => {
    let lively = state
    for (let hour = 12; hour <= 30 * 24; hour += 12) {
      const now = later(hour * HOUR)
      expect(feedRequest(source, lively, { now: now }).validators).toEqual(BOTH)
      lively = next(lively, read({ validators: BOTH }), { now })
    }
  })
  it('probes once only, though the probe fails', () => {
    const failedProbe = next(state, failed(), { now: later(2 * DAY) })
    expect(feedRequest(source, state, { now: later(2 * DAY) })).not.toHaveProperty('validators')
    expect(feedRequest(source, failedProbe, { now: later(2 * DAY + HOUR) }).validators).toEqual(BOTH)
  })
  it('is not brought to probe by a clock that was wrong', () => {
    const wrong = { ...state, lastFull: later(9_999 * DAY), lastChange: later(9_999 * DAY) }
    expect(feedRequest(source, wrong, { now: NOON }).validators).toEqual(BOTH)
  })
})

describe('a permanent redirect', () => {
  const visit = (state: Parameters<typeof next>[0], hours: number) => {
    const asked = feedRequest(source, state, { now: later(hours * HOUR) })
    return next(state, read(asked.url === NEW ? {} : { movedTo: NEW }), { now: later(hours * HOUR), asked })
  }

  it('is adopted after good documents on three passes over 24 hours, and not an hour sooner', () => {
    let state: SourceState | undefined
    for (const hours of [0, 1, 2, 23, 24]) {
      expect(feedRequest(source, state, { now: later((hours - 0.5) * HOUR) }).url).toBe(source.url)
      state = visit(state, hours)
    }
    expect(feedRequest(source, state, { now: later(24 * HOUR) }).url).toBe(NEW)
  })
  it('is not adopted after two passes, however far apart', () => {
    expect(feedRequest(source, visit(visit(undefined, 0), 48), { now: later(96 * HOUR) }).url).toBe(source.url)
  })
  it('stays adopted while the new address answers', () => {
    let state = [0, 12, 24].reduce<ReturnType<typeof visit> | undefined>(visit, undefined)
    for (const hours of [30, 40, 500]) state = visit(state, hours)
    expect(feedRequest(source, state, { now: later(501 * HOUR) }).url).toBe(NEW)
  })
  it('is given up when the new address fails three times in a row', () => {
    let state = [0, 12, 24].reduce<ReturnType<typeof visit> | undefined>(visit, undefined)
    for (const hours of [25, 27, 31]) {
      expect(feedRequest(source, state, { now: later(hours * HOUR) }).url).toBe(NEW)
      state = next(state, failed(), { now: later(hours * HOUR) })
    }
    expect(feedRequest(source, state, { now: later(40 * HOUR) }).url).toBe(source.url)
  })
  it('counts anew when it leads elsewhere, and is forgotten when it ends', () => {
    const state = visit(visit(undefined, 0), 12)
    expect(state.moved).toEqual({ to: NEW, since: NOON, passes: 2 })
    const other = anAddress('https://other.example/feed')
    expect(next(state, read({ movedTo: other }), { now: later(13 * HOUR) }).moved).toEqual({
      to: other,
      since: later(13 * HOUR),
      passes: 1,
    })
    expect(next(state, read(), { now: later(13 * HOUR) })).not.toHaveProperty('moved')
  })
  it('proves nothing by a page that is no feed', () => {
    expect(next(visit(undefined, 0), { kind: 'unreadable', why: 'a log-in page' }, { now: later(HOUR) }).moved?.passes).toBe(1)
  })
})
