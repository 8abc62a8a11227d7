import { describe, expect, it } from 'vitest'
import { DAY, feedOf, gapsOf, guest, HOUR, idOf, MINUTE, START, sourceAt, steady } from '../helpers/guest.ts'
import type { Habit, Said, WatchedHost } from '../helpers/watched-host.ts'

const hoursOf = (host: WatchedHost, path?: string): readonly number[] =>
  host.heard(path).map(({ at }) => (at.getTime() - START.getTime()) / HOUR)

/** Refuses the first request in these words; all later ones are served. */
const refusedOnce =
  (said: Said): Habit =>
  (_heard, visit) =>
    visit === 1 ? said : steady()()

async function afterRefusal(said: Said, { to = 9 * DAY, every = HOUR } = {}): Promise<number | undefined> {
  await using one = await guest({ sources: sourceAt('/a.xml') })
  one.host.teach('/a.xml', refusedOnce(said))
  for (let at = 0; at <= to && one.host.heard().length < 2; at += every) await one.visit(at)
  return hoursOf(one.host)[1]
}

describe('Retry-After, as a server sees it kept', () => {
  const waits: readonly (readonly [string, number])[] = [
    ['60', 1],
    ['7200', 2],
    ['86400', 24],
    ['604800', 168],
    ['31536000000', 168],
    ['9'.repeat(400), 168],
    ['Tue, 24 Nov 2026 17:00:00 GMT', 5],
    ['Tuesday, 24-Nov-26 17:00:00 GMT', 5],
    ['Tue Nov 24 17:00:00 2026', 5],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 168],
    ['Mon, 23 Nov 2026 17:00:00 GMT', 1],
    ['-1', 1],
    ['1.5', 1],
    ['7200, 60', 1],
    ['soon', 1],
    ['', 1],
  ]
  for (const status of [429, 503])
    it.each(waits)(`${status} with %j: asked again after %i hours`, async (field, hours) => {
      expect(await afterRefusal({ status, headers: { 'retry-after': field } })).toBe(hours)
    })

  it('is kept to the minute', async () => {
    expect(await afterRefusal({ status: 429, headers: { 'retry-after': '5430' } }, { every: MINUTE / 2 })).toBeCloseTo(
      5_430 / 3_600,
      2,
    )
  })

  it('is kept with other errors too, where they bring it', async () => {
    expect(await afterRefusal({ status: 500, headers: { 'retry-after': '18000' } })).toBe(5)
    expect(await afterRefusal({ status: 403, headers: { 'retry-after': '18000' } })).toBe(5)
  })

  it('gives way to `every` where that is longer', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml', { every: '6h' }) })
    one.host.teach('/a.xml', refusedOnce({ status: 429, headers: { 'retry-after': '60' } }))
    await one.visits({ to: 7 * HOUR, every: HOUR })
    expect(hoursOf(one.host)).toEqual([0, 6])
  })
})

describe('whom a refusal concerns', () => {
  const paths = Array.from({ length: 8 }, (_, at) => `/${at}.xml`)
  const eight = ([host]: readonly WatchedHost[]) =>
    paths.map((path) => ({ id: `s${idOf(path)}`, name: path, url: `${host?.origin}${path}`, article: 'never' }))
  const more = { fetch: { perHost: 2, gapMs: 0, allowPrivate: ['127.0.0.0/8'] } }
  const tooMany: Said = { status: 429, headers: { 'retry-after': '7200' } }

  it('is the feed alone, while the others of its host are served', async () => {
    await using one = await guest({ sources: eight, more })
    for (const path of paths) one.host.teach(path, path === '/0.xml' ? () => tooMany : steady())
    await one.visits({ to: 3 * HOUR, every: HOUR })
    expect(hoursOf(one.host, '/0.xml')).toEqual([0, 2])
    for (const path of paths.slice(1)) expect(hoursOf(one.host, path)).toEqual([0, 1, 2, 3])
  })

  it('is the whole host once several of its feeds are refused: the others are not even asked, and not blamed', async () => {
    await using one = await guest({ sources: eight, more })
    for (const path of paths) one.host.teach(path, () => tooMany)
    const { sources } = await one.visit(0)
    expect(one.host.heard().length).toBeLessThanOrEqual(3)
    expect(sources.map(({ outcome }) => outcome)).toEqual(Array(8).fill('failed'))
    await one.visit(HOUR)
    expect(one.host.heard().length).toBeLessThanOrEqual(3)
    const states = [...(await one.room.store.sourceStates()).values()]
    expect(states.filter(({ failures }) => failures > 0).length).toBe(one.host.heard().length)
    for (const path of paths) one.host.teach(path, steady())
    await one.visit(2 * HOUR)
    expect(one.host.heard().length).toBeGreaterThanOrEqual(8)
  })

  it('is nobody else where two feeds are always refused: they come last, and the others are read at each turn', async () => {
    await using one = await guest({ sources: eight, more })
    for (const path of paths) one.host.teach(path, ['/0.xml', '/1.xml'].includes(path) ? () => ({ status: 503 }) : steady())
    await one.visits({ to: 6 * HOUR, every: HOUR })
    for (const path of paths.slice(2)) expect(hoursOf(one.host, path).length).toBeGreaterThanOrEqual(5)
  })

  it('goes round where a host serves only three feeds at a time: each has its turn', async () => {
    await using one = await guest({ sources: eight, more })
    let served = 0
    for (const path of paths)
      one.host.teach(path, () => {
        served += 1
        return served <= 3 ? steady()() : { status: 429, headers: { 'retry-after': '1800' } }
      })
    for (let turn = 0; turn < 6; turn += 1) {
      served = 0
      await one.visit(turn * HOUR)
    }
    const states = await one.room.store.sourceStates()
    expect([...states.values()].filter(({ lastSuccess }) => lastSuccess === undefined)).toEqual([])
  })

  it('is every page of the host when a page is refused, until the moment that was named, over passes', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml', { article: 'always' }) })
    const page = (number: number): string => `/page-${number}`
    const items = (count: number): Said => ({
      body: Array.from({ length: count }, (_, at) => at).reduce(
        (feed, at) => feed.replace(`https://outlet.example/Aleppo%20${at}<`, `${one.host.origin}${page(at)}<`),
        feedOf(Array.from({ length: count }, (_, at) => `Aleppo ${at}`)),
      ),
    })
    for (let at = 0; at < 12; at += 1) one.host.teach(page(at), () => ({ status: 429, headers: { 'retry-after': '14400' } }))
    one.host.teach('/a.xml', (_heard, visit) => items(Math.min(5 + visit, 12)))
    await one.visits({ to: 3 * HOUR, every: HOUR })
    const pages = one.host.heard().filter(({ path }) => path.startsWith('/page-'))
    expect(pages.length).toBeGreaterThanOrEqual(1)
    expect(pages.length).toBeLessThanOrEqual(2)
    await one.visits({ from: 4 * HOUR, to: 5 * HOUR, every: HOUR })
    expect(one.host.heard().filter(({ path }) => path.startsWith('/page-')).length).toBeGreaterThan(pages.length)
  })
})

describe('errors', () => {
  it.each<[string, Said]>([
    ['500', { status: 500 }],
    ['404', { status: 404 }],
    ['403', { status: 403 }],
    ['a bare 429', { status: 429 }],
    ['a page instead of a feed', { body: '<!doctype html><title>Sorry</title>' }],
    ['nothing at all', { body: '' }],
  ])('are met with longer and longer waits, from an hour to a day: %s', async (_what, said) => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', () => said)
    await one.visits({ to: 4 * DAY, every: HOUR })
    expect(gapsOf(one.host.heard()).map((gap) => gap / HOUR)).toEqual([1, 2, 4, 8, 16, 24, 24])
  })

  it('that befall many at once do not bring them back at once', async () => {
    const paths = Array.from({ length: 12 }, (_, at) => `/${at}.xml`)
    await using one = await guest({
      sources: ([host]) => paths.map((path) => ({ id: `s${idOf(path)}`, name: path, url: `${host?.origin}${path}` })),
    })
    for (const path of paths) one.host.teach(path, () => ({ status: 500 }))
    const dice = Array.from({ length: 1_000 }, (_, at) => ((at * 7_919) % 101) / 101)
    await one.visits({ to: 4 * HOUR, every: MINUTE * 3, jitter: () => dice.pop() ?? 0 })
    const seconds = new Set(paths.map((path) => one.host.heard(path)[2]?.at.getTime()))
    expect(seconds.size).toBeGreaterThan(2)
    for (const path of paths) expect(Math.min(...gapsOf(one.host.heard(path)))).toBeGreaterThanOrEqual(HOUR)
  })

  it('are over with the first good answer', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', (_heard, visit) =>
      visit < 4 ? { status: 500 } : { body: feedOf([`Weather ${visit}`], { text: 'Rain.' }) },
    )
    await one.visits({ to: 10 * HOUR, every: HOUR })
    expect(hoursOf(one.host)).toEqual([0, 1, 3, 7, 8, 9, 10])
  })
})

describe('410 Gone', () => {
  it('ends it until the operator acts', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', () => ({ status: 410, headers: { 'retry-after': '60' } }))
    await one.visits({ to: 3 * DAY, every: HOUR })
    await one.visit(400 * DAY)
    expect(one.host.heard()).toHaveLength(1)
    one.host.teach('/a.xml', steady())
    await one.visit(401 * DAY, { force: true })
    await one.visit(401 * DAY + HOUR)
    expect(one.host.heard()).toHaveLength(3)
  })

  it('keeps what was published', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', (_heard, visit) => (visit === 1 ? steady()() : { status: 410 }))
    await one.visits({ to: 3 * HOUR, every: HOUR })
    expect(one.host.heard()).toHaveLength(2)
    expect((await one.room.store.counts()).items).toBe(1)
  })
})
