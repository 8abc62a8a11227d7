import { beforeAll, describe, expect, it } from 'vitest'
import { type Soaked, soak } from '../helpers/soak.ts'

const DAYS = 30
const EVERY_MS = 6 * 3_600_000
const PASSES = (DAYS * 86_400_000) / EVERY_MS

describe('a month of the daemon over 60 feeds, several of which fail and recover', () => {
  let soaked: Soaked

  beforeAll(async () => {
    soaked = await soak({ days: DAYS, everyMs: EVERY_MS })
  }, 300_000)

  const metric = (name: string): number | undefined => soaked.metrics.get(name)

  it('never runs two passes at once: a turn that comes meanwhile is let go, what is asked for follows', () => {
    expect(soaked.overlaps).toBe(0)
    expect(soaked.site.mostAtOnce).toBe(1)
    expect(soaked.turnsLetGo).toBeGreaterThan(10)
    expect(soaked.errands).toBeGreaterThan(3)
    expect(soaked.reports).toBe(PASSES + soaked.errands)
    expect(metric('kaynak_passes_total ended')).toBe(soaked.reports)
    expect(metric('kaynak_passes_total skipped')).toBe(soaked.turnsLetGo)
    expect(metric('kaynak_passes_total failed')).toBe(0)
  })

  it('counts what the servers count: answers, bytes, readings', () => {
    const { feeds, bytes } = soaked.site
    expect(metric('kaynak_feed_answers_total ok')).toBe(feeds[200] + feeds.page)
    expect(metric('kaynak_feed_answers_total not-modified')).toBe(feeds[304])
    expect(metric('kaynak_feed_answers_total failed')).toBe(feeds[410] + feeds[429] + feeds[503] + feeds.reset)
    expect(metric('kaynak_fetched_bytes_total feed')).toBe(bytes)
    const { read, unchanged, failed } = soaked.readings
    expect(read + unchanged + failed).toBe(Object.values(feeds).reduce((sum, one) => sum + one, 0))
    expect(failed).toBe(feeds[410] + feeds[429] + feeds[503] + feeds.page + feeds.reset)
    for (const [name, value] of Object.entries(soaked.readings)) expect(metric(`kaynak_readings_total ${name}`)).toBe(value)
  })

  it('keeps every relevant entry that was ever offered, and nothing else', () => {
    expect(soaked.site.offered.size).toBeGreaterThan(1_000)
    expect([...soaked.site.offered].filter((one) => !soaked.kept.has(one))).toEqual([])
    expect(soaked.kept.size).toBe(soaked.site.offered.size)
    expect(soaked.items).toBe(soaked.kept.size)
    expect(metric('kaynak_entries_total kept')).toBe(soaked.kept.size)
  })

  it('meets every kind of trouble and recovers from each that ends', () => {
    const { feeds } = soaked.site
    for (const kind of ['410', '429', '503', 'page', 'reset'] as const) expect(feeds[kind], kind).toBeGreaterThan(0)
    expect(feeds[410]).toBe(5) // five sources are gone for ever: each was asked once more and never again
    const well = [0, 1, 2, 13, 17, 18, 19, 22, 25, 29]
    expect(well.map((day) => soaked.failing.get(day) ?? 0)).toEqual(well.map(() => 0))
  })

  it('takes up a changed list, and keeps the last good one through a damaged day', () => {
    expect(soaked.events.get('config.reloaded')).toBe(2)
    expect(soaked.events.get('config.rejected')).toBe(1)
  })

  it('needs no more memory at the end than in its first week', () => {
    const early = Math.max(...soaked.heap.slice(2, 8))
    const late = Math.min(...soaked.heap.slice(-6))
    expect(late - early).toBeLessThan(8_000_000)
    expect(soaked.heap).toHaveLength(DAYS)
  })
})
