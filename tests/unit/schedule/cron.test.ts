import { describe, expect, it } from 'vitest'
import { scheduleProblem, startSchedule } from '../../../src/schedule/index.ts'

describe('scheduleProblem', () => {
  it.each(['*/30 * * * *', '0 6 * * 1-5', '*/10 * * * * *', '@hourly'])('accepts %j', (expression) => {
    expect(scheduleProblem(expression)).toBeUndefined()
  })

  it.each([
    ['61 * * * *', 'minute'],
    ['* * *', '5 or 6 fields'],
    ['often', 'expected a cron expression'],
    ['', 'expected a cron expression'],
  ])('says what is wrong with %j', (expression, words) => {
    expect(scheduleProblem(expression)).toContain(words)
  })
})

describe('startSchedule', () => {
  it('never runs twice at once: a turn that comes up meanwhile is let go and said', async () => {
    let running = 0
    let most = 0
    let finish: () => void = () => undefined
    const skipped = new Promise<void>((resolve) => {
      const times = startSchedule(
        '* * * * * *',
        async () => {
          running++
          most = Math.max(most, running)
          await new Promise<void>((done) => {
            finish = done
          })
          running--
        },
        {
          timeZone: 'UTC',
          onSkipped: () => {
            finish()
            void times.stop().then(resolve)
          },
        },
      )
      expect(times.next()).toBeInstanceOf(Date)
    })
    await skipped
    expect(most).toBe(1)
  })

  it.each([
    ['UTC', 'T03:30'],
    ['Asia/Tokyo', 'T18:30'],
    ['Asia/Kolkata', 'T22:00'],
  ])('keeps the time of the zone %s', async (timeZone, moment) => {
    const times = startSchedule('30 3 * * *', async () => undefined, { timeZone, onSkipped: () => undefined })
    expect(times.next()?.toISOString()).toContain(moment)
    await times.stop()
  })
})
