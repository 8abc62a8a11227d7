import { describe, expect, it } from 'vitest'
import { alarmLines, alarmOf } from '../../../src/cli/alarm.ts'
import { localTime } from '../../../src/cli/local-time.ts'
import type { SourceState } from '../../../src/model/index.ts'
import { makeSource } from '../../helpers/make-source.ts'

const NOW = new Date('2026-11-25T12:00:00Z')
const DAY = 86_400_000
const ago = (days: number) => new Date(NOW.getTime() - days * DAY)
const TROUBLE = { code: 'timeout', message: 'no answer\u001b[31m\nin time', final: false } as const

function state(id: string, parts: Partial<SourceState>): SourceState {
  const { id: sourceId, url } = makeSource({ id, url: `https://${id}.example/feed` })
  return { sourceId, url, failures: 0, warnings: [], lastAttempt: NOW, ...parts }
}

function alarm(states: readonly SourceState[], days = 3) {
  const sources = states.map(({ sourceId, url }) => makeSource({ id: sourceId, url, name: `The ${sourceId}` }))
  return alarmOf({ sources, states: new Map(states.map((one) => [one.sourceId, one])), now: NOW }, days * DAY)
}

describe('alarmOf', () => {
  it('tells of sources that failed for so long, the longest first', () => {
    const found = alarm([
      state('short', { trouble: TROUBLE, failures: 2, failingSince: ago(2) }),
      state('four', { trouble: TROUBLE, failures: 9, failingSince: ago(4), lastSuccess: ago(5) }),
      state('just', { trouble: TROUBLE, failures: 9, failingSince: ago(3) }),
      state('well', { lastSuccess: NOW }),
    ])
    expect(found?.failing.map(({ id }) => id)).toEqual(['four', 'just'])
    expect(found).not.toHaveProperty('idle')
  })
  it('goes by the last success where an older version has not noted when the failures began', () => {
    expect(alarm([state('old', { trouble: TROUBLE, failures: 9, lastSuccess: ago(8) })])?.failing).toMatchObject([
      { since: ago(8) },
    ])
  })
  it('says nothing of a state that belongs to another address', () => {
    const moved = { ...state('a', { trouble: TROUBLE, failures: 9, failingSince: ago(9) }) }
    const source = makeSource({ id: 'a', url: 'https://new.example/feed' })
    expect(alarmOf({ sources: [source], states: new Map([[moved.sourceId, moved]]), now: NOW }, DAY)).toBeUndefined()
  })
  it('has nothing to tell of a list without sources', () => {
    expect(alarm([])).toBeUndefined()
  })
})

describe('alarmLines', () => {
  it('are lines of plain letters, whatever a server said', () => {
    const found = alarm([state('four', { trouble: TROUBLE, failures: 9, failingSince: ago(4) })])
    const lines = found === undefined ? [] : alarmLines(found, { age: '3d', time: localTime({ TZ: 'Asia/Damascus' }) })
    expect(lines).toContain('  failing since 2026-11-21 15:00 GMT+3, 9 times in a row: no answer[31m in time')
    expect(lines.every((line) => /^[\x20-\x7e]*$/.test(line))).toBe(true)
  })
})

describe('localTime', () => {
  it.each([
    ['Europe/Istanbul', '2026-11-25 15:00 GMT+3'],
    ['Europe/Berlin', '2026-11-25 13:00 CET'],
    ['UTC', '2026-11-25 12:00 UTC'],
    ['America/New_York', '2026-11-25 07:00 GMT-5'],
  ])('in %s reads %s', (TZ, words) => {
    expect(localTime({ TZ })(NOW)).toBe(words)
  })
  it.each(['', 'Nowhere/Atall', 'EET-2', ':/etc/localtime'])('takes the zone of the machine when TZ is %j', (TZ) => {
    expect(localTime({ TZ })(NOW)).toMatch(/^2026-11-2\d \d\d:\d\d \S+$/)
  })
})
