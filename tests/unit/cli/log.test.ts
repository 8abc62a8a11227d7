import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { eventLog } from '../../../src/cli/log.ts'
import type { LogLevel } from '../../../src/model/index.ts'

/** What a log writes to a terminal or a pipe. */
function heard(isTTY: boolean, least: LogLevel = 'info') {
  let text = ''
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      text += chunk
      done()
    },
  })
  const stderr = Object.assign(stream, { isTTY })
  const log = eventLog({ argv: [], env: {}, stdin: process.stdin, stdout: stderr, stderr, cwd: () => '.' }, least)
  return { log, text: () => text }
}

const HOSTILE = [
  'a\nb',
  'a\r\n{"level":"error","event":"forged"}',
  '\u001b[2J\u001b]0;title\u0007red\u001b[31m',
  '\u009b31mC1\u0085next\u007f',
  'invoice\u202efdp.exe\u2066x\u2069',
  '\u2028line\u2029paragraph\u200b\ufeff',
  '"}\n{"',
  '\0\b\t\v\f',
  'half a letter \ud83d and \udc00',
]
const ACTIVE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/

describe.each([
  ['a terminal', true],
  ['a pipe', false],
])('eventLog on %s', (_where, isTTY) => {
  it.each(HOSTILE)('keeps %j on one line, in letters that do nothing', (value) => {
    const { log, text } = heard(isTTY)
    log('warn', 'source.failed', { why: value, list: [value], deep: { [`k${value}`]: value } })
    log('info', 'pass.ended')
    expect(text()).toMatch(/^[^\n]+\n[^\n]+\n$/)
    expect(text()).not.toMatch(ACTIVE)
    expect(text().split('\n')[1]).toContain('pass.ended')
  })
  it('says what is loud enough', () => {
    const { log, text } = heard(isTTY, 'warn')
    for (const level of ['debug', 'info', 'warn', 'error'] as const) log(level, `event.${level}`)
    expect(text().match(/event\.\w+/g)).toEqual(['event.warn', 'event.error'])
  })
  it('never throws, and cuts what is too long', () => {
    const { log, text } = heard(isTTY)
    const circle: { self?: object } = {}
    circle.self = circle
    log('info', 'odd', { circle, big: 10n, none: undefined, long: 'x'.repeat(100_000), error: new Error('boom') })
    expect(text().length).toBeLessThan(20_000)
    expect(text()).toContain('boom')
    expect(text().split('\n')).toHaveLength(2)
  })
})

describe('eventLog on a pipe', () => {
  it('writes JSON that gives every value back', () => {
    const { log, text } = heard(false)
    for (const why of HOSTILE) log('error', 'source.failed', { why, count: 3, at: new Date(0) })
    const lines = text()
      .trimEnd()
      .split('\n')
      .map((line): { why: string; level: string; event: string; time: string; count: number; at: string } => JSON.parse(line))
    expect(lines.slice(0, -1).map(({ why }) => why)).toEqual(HOSTILE.slice(0, -1))
    expect(lines[0]).toMatchObject({ level: 'error', event: 'source.failed', count: 3, at: '1970-01-01T00:00:00.000Z' })
    expect(Date.parse(lines[0]?.time ?? '')).toBeGreaterThan(0)
  })
})
