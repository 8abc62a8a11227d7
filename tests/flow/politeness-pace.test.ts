import { describe, expect, it } from 'vitest'
import { DAY, feedOf, gapsOf, guest, HOUR, MINUTE, START, sourceAt, steady } from '../helpers/guest.ts'
import type { Habit } from '../helpers/watched-host.ts'

/** Two days of passes every half hour over one feed. */
async function twoDays(habit: Habit, { every = 30 * MINUTE, parts = {}, to = 2 * DAY } = {}) {
  const one = await guest({ sources: sourceAt('/a.xml', parts) })
  one.host.teach('/a.xml', habit)
  await one.visits({ to, every })
  return one
}

/** A new headline at every visit: as lively as a feed can be. It is not about the topic, so that there is nothing to publish. */
const lively =
  (headers: Readonly<Record<string, string>> = {}, channel = ''): Habit =>
  (_heard, visit) => ({
    body: feedOf([`Weather bulletin ${visit}`], { text: 'Rain.' }).replace('<item>', `${channel}<item>`),
    headers: { 'content-type': 'application/rss+xml', ...headers },
  })

describe('how often a source is asked, whatever cron does', () => {
  it.each([1, 5, 7, 20, 60])('is hourly at most, where passes run every %i minutes', async (minutes) => {
    await using one = await twoDays(lively(), { every: minutes * MINUTE, to: 6 * HOUR })
    const gaps = gapsOf(one.host.heard())
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(HOUR)
    expect(Math.max(...gaps)).toBeLessThan(HOUR + minutes * MINUTE)
  })

  it('is hourly where cron is not punctual', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', lively())
    for (let turn = 0; turn < 24; turn += 1) await one.visit(turn * HOUR + ((turn * 7_919) % 21_000))
    expect(one.host.heard()).toHaveLength(24)
  })

  it.each([
    ['3h', 3 * HOUR],
    ['2d', 2 * DAY],
    ['10m', 10 * MINUTE],
  ])('is never oftener than `every`: %s', async (every, ms) => {
    await using one = await twoDays(lively(), { every: ms / 2, parts: { every }, to: 4 * ms })
    expect(gapsOf(one.host.heard())).toEqual(Array(4).fill(ms))
  })

  it('becomes rarer while nothing is new, six hours apart at most, and is hourly again with the first news', async () => {
    await using one = await twoDays(
      ({ at }) => ({ body: feedOf([at.getTime() < START.getTime() + 5 * DAY ? 'Aleppo' : `Aleppo ${at}`]) }),
      {
        to: 6 * DAY,
      },
    )
    const quiet = gapsOf(one.host.heard().filter(({ at }) => at.getTime() < START.getTime() + 5 * DAY))
    expect(quiet[0]).toBe(HOUR)
    expect(Math.max(...quiet)).toBeLessThanOrEqual(6.5 * HOUR)
    expect(quiet.at(-1)).toBeGreaterThanOrEqual(6 * HOUR)
    expect(gapsOf(one.host.heard()).slice(-6)).toEqual(Array(6).fill(HOUR))
  })

  it('survives a clock that jumps ten years and comes back', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', lively({ 'cache-control': 'max-age=7200' }))
    for (const at of [0, 3_650 * DAY, 3_650 * DAY + HOUR, HOUR, 2 * HOUR, 3 * HOUR]) await one.visit(at)
    const times = one.host.heard().map(({ at }) => at.getTime() - START.getTime())
    expect(times).toEqual([0, 3_650 * DAY, HOUR, 3 * HOUR])
  })
})

describe('what feed and server ask for', () => {
  const hints: readonly (readonly [string, number, Habit])[] = [
    ['max-age', 5 * HOUR, lively({ 'cache-control': 'public, max-age=18000' })],
    ['max-age less Age', 4 * HOUR, lively({ 'cache-control': 'max-age=18000', age: '3600' })],
    ['max-age beyond a day', DAY, lively({ 'cache-control': 'max-age=31536000' })],
    ['max-age beside s-maxage', 3 * HOUR, lively({ 'cache-control': 's-maxage=60, max-age=10800' })],
    [
      'Expires',
      3 * HOUR,
      (heard, visit) =>
        lively({ expires: new Date(heard.at.getTime() + 3 * HOUR).toUTCString(), date: heard.at.toUTCString() })(heard, visit),
    ],
    [
      'Expires by a server clock that is a year behind',
      3 * HOUR,
      (heard, visit) =>
        lively({
          expires: new Date(heard.at.getTime() + 3 * HOUR - 365 * DAY).toUTCString(),
          date: new Date(heard.at.getTime() - 365 * DAY).toUTCString(),
        })(heard, visit),
    ],
    ['Expires of 0', HOUR, lively({ expires: '0' })],
    ['no-cache', HOUR, lively({ 'cache-control': 'no-cache, max-age=0' })],
    ['a negative max-age', HOUR, lively({ 'cache-control': 'max-age=-5' })],
    ['ttl', 6 * HOUR, lively({}, '<ttl>360</ttl>')],
    ['a ttl of five minutes', HOUR, lively({}, '<ttl>5</ttl>')],
    ['ttl of nonsense', HOUR, lively({}, '<ttl>soon</ttl>')],
    [
      'sy:update',
      12 * HOUR,
      lively(
        {},
        '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod><sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">2</sy:updateFrequency>',
      ),
    ],
    ['the slowest of several', 4 * HOUR, lively({ 'cache-control': 'max-age=7200' }, '<ttl>240</ttl>')],
  ]
  it.each(hints)('is kept: %s', async (_hint, wait, habit) => {
    await using one = await twoDays(habit)
    const gaps = gapsOf(one.host.heard())
    expect(gaps.length).toBeGreaterThan(0)
    expect([...new Set(gaps)]).toEqual([wait])
  })

  it('is kept after a 304 that asks for it', async () => {
    await using one = await twoDays(
      ({ headers }) =>
        headers['if-none-match'] === undefined
          ? { body: feedOf(['Aleppo']), headers: { etag: '"1"' } }
          : { status: 304, headers: { 'cache-control': 'max-age=28800' } },
      { to: DAY - HOUR },
    )
    expect(gapsOf(one.host.heard())).toEqual([HOUR, 8 * HOUR, 8 * HOUR])
  })

  it('is kept in the hours that it skips, though the hints change and cron comes by all the time', async () => {
    const skipped = [0, 1, 2, 3, 4, 5, 13, 24]
    const channel = `<skipHours>${skipped.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`
    await using one = await twoDays(lively({}, channel), { every: 10 * MINUTE })
    const hours = one.host.heard().map(({ at }) => at.getUTCHours())
    expect(hours.filter((hour) => skipped.includes(hour % 24))).toEqual([])
    expect(hours.length).toBeGreaterThan(30)
  })

  it('is kept on the days that it skips', async () => {
    await using one = await twoDays(lively({}, '<skipDays><day>Saturday</day><day>Sunday</day></skipDays>'), {
      every: HOUR,
      to: 9 * DAY,
    })
    const days = new Set(one.host.heard().map(({ at }) => at.getUTCDay()))
    expect([...days].toSorted()).toEqual([1, 2, 3, 4, 5])
  })

  it('is kept by a pass that is late: it does not fall into a skipped hour', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', lively({}, '<skipHours><hour>20</hour><hour>21</hour></skipHours>'))
    for (const at of [0, 8.5 * HOUR, 9.9 * HOUR, 10 * HOUR]) await one.visit(at)
    expect(one.host.heard().map(({ at }) => at.getUTCHours())).toEqual([12, 22])
  })

  it('does not silence a feed that only a daily pass at a skipped hour could read', async () => {
    await using one = await twoDays(lively({}, '<skipHours><hour>12</hour></skipHours>'), { every: DAY, to: 8 * DAY })
    expect(one.host.heard().length).toBeGreaterThanOrEqual(4)
  })

  it('does not silence a feed that asks to be left alone for ever', async () => {
    const all = `<skipHours>${Array.from({ length: 24 }, (_, hour) => `<hour>${hour}</hour>`).join('')}</skipHours><skipDays><day>Monday</day><day>Tuesday</day><day>Wednesday</day><day>Thursday</day><day>Friday</day><day>Saturday</day><day>Sunday</day></skipDays>`
    await using one = await twoDays(lively({ 'cache-control': `max-age=${'9'.repeat(40)}` }, `${all}<ttl>99999999</ttl>`), {
      every: HOUR,
      to: 5 * DAY,
    })
    expect(one.host.heard().length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...gapsOf(one.host.heard()))).toBeGreaterThanOrEqual(DAY)
  })

  it('is asked of a feed that changes nothing as of any other', async () => {
    await using one = await twoDays(steady({ 'cache-control': 'max-age=14400' }), { to: DAY - HOUR })
    expect(gapsOf(one.host.heard()).every((gap) => gap >= 4 * HOUR)).toBe(true)
  })
})
