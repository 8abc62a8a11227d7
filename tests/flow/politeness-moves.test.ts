import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DAY, feedOf, type Guest, guest, HOUR, START, steady } from '../helpers/guest.ts'
import type { Habit } from '../helpers/watched-host.ts'

const PAGE = '<!doctype html><title>Welcome to our network</title><form>Log in</form>'

/** A source at an old host that sends people on to a new one. */
async function moving(how: { readonly status?: number; readonly at?: Habit } = {}): Promise<Guest> {
  const one = await guest({
    hosts: 2,
    sources: ([old]) => [{ id: 'post', name: 'Morning Post', url: `${old?.origin}/feed`, article: 'never' }],
  })
  const [old, fresh] = one.hosts
  old?.teach('/feed', () => ({ status: how.status ?? 301, headers: { location: `${fresh?.origin}/feed` } }))
  fresh?.teach('/feed', how.at ?? steady({ etag: '"1"' }))
  return one
}

function hoursAt({ hosts }: Guest, host: number): readonly number[] {
  return (hosts[host]?.heard('/feed') ?? []).map(({ at }) => (at.getTime() - START.getTime()) / HOUR)
}

function status({ room }: Guest): string {
  return readFileSync(join(room.output, 'status.json'), 'utf8')
}

describe('a permanent redirect', () => {
  it.each([301, 308])('is adopted when good documents were read there on three passes over a day: %i', async (code) => {
    await using one = await moving({ status: code })
    await one.visits({ to: 3 * DAY, every: 6 * HOUR })
    expect(hoursAt(one, 0)).toEqual([0, 6, 12, 18])
    expect(hoursAt(one, 1).length).toBe(13)
    expect(status(one)).toContain(`"moved_to": "${one.hosts[1]?.origin}/feed"`)
  })

  it('is not adopted within a day, however many passes there were', async () => {
    await using one = await moving()
    await one.visits({ to: 23 * HOUR, every: HOUR })
    expect(hoursAt(one, 0).length).toBe(hoursAt(one, 1).length)
  })

  it('is not adopted after two passes, however far apart', async () => {
    await using one = await moving()
    for (const at of [0, 10 * DAY, 20 * DAY]) await one.visit(at)
    expect(hoursAt(one, 0)).toEqual([0, 240, 480])
  })

  it.each([302, 303, 307])('is none when it is temporary: %i', async (code) => {
    await using one = await moving({ status: code })
    await one.visits({ to: 3 * DAY, every: 6 * HOUR })
    expect(hoursAt(one, 0).length).toBe(13)
    expect(status(one)).not.toContain('moved_to')
  })

  it('is not believed of a captive portal, whose pages are no feeds', async () => {
    await using one = await moving({ at: () => ({ body: PAGE, headers: { 'content-type': 'text/html' } }) })
    await one.visits({ to: 6 * DAY, every: 6 * HOUR })
    expect(hoursAt(one, 0).length).toBe(hoursAt(one, 1).length)
    expect(hoursAt(one, 0).length).toBeGreaterThan(5)
  })

  it('counts anew when it leads elsewhere in between', async () => {
    await using one = await moving()
    const [old, fresh] = one.hosts
    fresh?.teach('/other', steady())
    old?.teach('/feed', ({ at }) => {
      const isOdd = Math.floor((at.getTime() - START.getTime()) / (6 * HOUR)) % 2 === 1
      return { status: 301, headers: { location: `${fresh?.origin}/${isOdd ? 'other' : 'feed'}` } }
    })
    await one.visits({ to: 4 * DAY, every: 6 * HOUR })
    expect(hoursAt(one, 0).length).toBe(17)
  })

  it('that a temporary one follows leads to where the permanent ones end', async () => {
    await using one = await moving()
    const [old, fresh] = one.hosts
    old?.teach('/feed', () => ({ status: 301, headers: { location: `${fresh?.origin}/feed` } }))
    fresh?.teach('/feed', () => ({ status: 302, headers: { location: '/today' } }))
    fresh?.teach('/today', steady())
    await one.visits({ to: 3 * DAY, every: 6 * HOUR })
    expect(hoursAt(one, 0)).toEqual([0, 6, 12, 18])
    expect(hoursAt(one, 1).length).toBe(13)
  })

  it('is given up for the configured address when the new one keeps failing', async () => {
    await using one = await moving()
    await one.visits({ to: 2 * DAY, every: 6 * HOUR })
    const [old, fresh] = one.hosts
    fresh?.teach('/feed', () => ({ status: 500 }))
    old?.teach('/feed', steady())
    const before = hoursAt(one, 0).length
    await one.visits({ from: 2 * DAY + 6 * HOUR, to: 5 * DAY, every: 6 * HOUR })
    expect(hoursAt(one, 0).length).toBeGreaterThan(before + 3)
  })

  it('publishes items under the address that feeds.json names, and doubles none', async () => {
    await using one = await moving({ at: () => ({ body: feedOf(['Aleppo one', 'Aleppo two']) }) })
    await one.visits({ to: 3 * DAY, every: 6 * HOUR })
    expect((await one.room.store.counts()).items).toBe(2)
  })
})
