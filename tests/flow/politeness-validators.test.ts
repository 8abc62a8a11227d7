import { describe, expect, it } from 'vitest'
import { feedOf, guest, HOUR, isUnconditional, sourceAt, steady } from '../helpers/guest.ts'
import type { Heard, Said } from '../helpers/watched-host.ts'

/** What a request brought back, byte for byte. */
function broughtBack(heard: Heard | undefined): { readonly etag?: string; readonly modified?: string } {
  const { rawHeaders = [] } = heard ?? {}
  const field = (name: string): string | undefined => {
    const at = rawHeaders.findIndex((one, index) => index % 2 === 0 && one.toLowerCase() === name)
    return at === -1 ? undefined : rawHeaders[at + 1]
  }
  const [etag, modified] = [field('if-none-match'), field('if-modified-since')]
  return { ...(etag === undefined ? {} : { etag }), ...(modified === undefined ? {} : { modified }) }
}

/** Two hourly passes over a feed that answers with these in turn, the last one for ever; what each request brought back. */
async function story(...answers: readonly Said[]): Promise<readonly ReturnType<typeof broughtBack>[]> {
  await using one = await guest({ sources: sourceAt('/a.xml') })
  one.host.teach('/a.xml', (_heard, visit) => answers[visit - 1] ?? answers.at(-1) ?? {})
  for (let turn = 0; turn <= answers.length; turn += 1) await one.visit(turn * 3 * HOUR, { force: true })
  return one.host.heard('/a.xml').map(broughtBack)
}

const good = (headers: Readonly<Record<string, string>>, headline = 'Aleppo mends its roofs'): Said => ({
  body: feedOf([headline]),
  headers: { 'content-type': 'application/rss+xml', ...headers },
})

describe('validators, as a server sees them', () => {
  it.each([
    ['a strong one', '"abc"'],
    ['a weak one', 'W/"abc"'],
    ['one without quotes', 'abc-123'],
    ['one of raw bytes', '"\xe9\xff\x80"'],
    ['one with commas and quotes', '"a, "b", W/"c""'],
    ['an empty one in quotes', '""'],
    ['one with what reads as an escape', '"%22\\"&quot;"'],
    ['one with blanks inside', '"a  b\tc"'],
    ['one of two kilobytes', `"${'e'.repeat(2_000)}"`],
    ['a star', '*'],
    ['one of a gzip filter', '"abc-gzip"'],
  ])('an ETag comes back byte for byte: %s', async (_what, etag) => {
    expect(await story(good({ ETag: etag }))).toEqual([{}, { etag }])
  })

  it.each([
    'Mon, 23 Nov 2026 08:00:00 GMT',
    'Monday, 23-Nov-26 08:00:00 GMT',
    'Mon Nov 23 08:00:00 2026',
    'Mon, 23 Nov 2026 10:00:00 +0200',
    'a while ago',
    '0',
    '1764000000',
  ])('a Last-Modified comes back byte for byte: %s', async (modified) => {
    expect(await story(good({ 'Last-Modified': modified }))).toEqual([{}, { modified }])
  })

  it('come back together only when one answer brought both', async () => {
    const both = good({ ETag: '"1"', 'Last-Modified': 'Mon, 23 Nov 2026 08:00:00 GMT' })
    const other = good({ ETag: '"2"' }, 'Aleppo mends its bridges')
    expect(await story(both, other)).toEqual([{}, { etag: '"1"', modified: 'Mon, 23 Nov 2026 08:00:00 GMT' }, { etag: '"2"' }])
  })

  it('are renewed by a 200 although its body is the one of the last time', async () => {
    expect(await story(good({ ETag: '"1"' }), good({ ETag: '"2"' }))).toEqual([{}, { etag: '"1"' }, { etag: '"2"' }])
  })

  it('are forgotten when a new document comes without any', async () => {
    expect(await story(good({ ETag: '"1"' }), good({}, 'Aleppo mends its bridges'))).toEqual([{}, { etag: '"1"' }, {}])
  })

  it('are renewed by a 304, each by itself', async () => {
    const first = good({ ETag: '"1"', 'Last-Modified': 'Mon, 23 Nov 2026 08:00:00 GMT' })
    const renewed: Said = { status: 304, headers: { 'Last-Modified': 'Tue, 24 Nov 2026 08:00:00 GMT' } }
    const again: Said = { status: 304, headers: { ETag: '"3"' } }
    expect(await story(first, renewed, again)).toEqual([
      {},
      { etag: '"1"', modified: 'Mon, 23 Nov 2026 08:00:00 GMT' },
      { etag: '"1"', modified: 'Tue, 24 Nov 2026 08:00:00 GMT' },
      { etag: '"3"', modified: 'Tue, 24 Nov 2026 08:00:00 GMT' },
    ])
  })

  const bad: readonly (readonly [string, Said])[] = [
    ['a page instead of a feed', { body: '<!doctype html><title>Log in</title>', headers: { ETag: '"bad"' } }],
    ['half a feed', { body: feedOf(['Aleppo']).slice(0, 90), headers: { ETag: '"bad"', 'Last-Modified': 'never' } }],
    ['nothing', { body: '', headers: { ETag: '"bad"' } }],
    ['white space', { body: '  \n ', headers: { ETag: '"bad"' } }],
    ['a damaged package', { body: 'no gzip \x00\x01', headers: { ETag: '"bad"', 'content-encoding': 'gzip' } }],
    ['an error', { status: 500, body: feedOf(['Aleppo']), headers: { ETag: '"bad"' } }],
    ['a refusal', { status: 429, headers: { ETag: '"bad"', 'Last-Modified': 'never' } }],
    ['an error in JSON', { body: '{"error":"no"}', headers: { ETag: '"bad"', 'content-type': 'application/json' } }],
  ]
  it.each(bad)('never come from %s: those of the last feed stand', async (_what, answer) => {
    expect(await story(good({ ETag: '"1"' }), answer)).toEqual([{}, { etag: '"1"' }, { etag: '"1"' }])
  })
  it.each(bad)('never come from %s that was the first answer', async (_what, answer) => {
    expect(await story(answer)).toEqual([{}, {}])
  })

  it('of a redirected feed are those of where it led', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', () => ({ status: 302, headers: { location: '/b.xml', ETag: '"of the redirect"' } }))
    one.host.teach('/b.xml', steady({ ETag: '"of the feed"' }))
    await one.visits({ to: 2 * HOUR, every: HOUR })
    expect(one.host.heard('/b.xml').map(broughtBack)).toEqual([{}, { etag: '"of the feed"' }, { etag: '"of the feed"' }])
    expect(JSON.stringify(one.host.heard('/a.xml').map(broughtBack))).not.toContain('redirect')
  })

  it('are kept when the answer to them is cut short', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', (_heard, visit) =>
      visit === 1
        ? good({ ETag: '"1"' })
        : { body: feedOf(['Aleppo']), headers: { ETag: '"2"', 'content-length': '99999', connection: 'close' } },
    )
    await one.visit(0)
    await one.visit(HOUR)
    await one.visit(9 * HOUR)
    expect(one.host.heard().map(broughtBack)).toEqual([{}, { etag: '"1"' }, { etag: '"1"' }])
  })
})

describe('a server whose ETag lies', () => {
  /** Says 304 to whoever brings an ETag, whatever has changed; a new headline every ten hours. */
  async function weeksWith(days: number, { isLiar }: { readonly isLiar: boolean }) {
    const one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', ({ headers, at }) => {
      const period = isLiar ? 10 : 24 * 365
      const number = Math.floor((at.getTime() - Date.UTC(2026, 10, 24)) / (period * HOUR))
      const body = feedOf([`Aleppo headline ${number}`])
      const known = headers['if-none-match'] === '"always"'
      return known ? { status: 304, headers: { ETag: '"always"' } } : { body, headers: { ETag: '"always"' } }
    })
    await one.visits({ to: days * 24 * HOUR, every: HOUR })
    return one
  }

  it('is asked for the whole once a day and no oftener, and its news are found', async () => {
    await using one = await weeksWith(6, { isLiar: true })
    const whole = one.host.heard().filter(isUnconditional)
    expect(whole.length).toBeGreaterThanOrEqual(5)
    for (const [at, { at: moment }] of whole.slice(1).entries())
      expect(moment.getTime() - (whole[at]?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(24 * HOUR)
    const { items } = await one.room.store.counts()
    expect(items).toBe(whole.length)
  })

  it('is remembered as one: the time between two whole readings does not grow while its feed is quiet', async () => {
    await using one = await guest({ sources: sourceAt('/a.xml') })
    one.host.teach('/a.xml', ({ headers, at }) => {
      const isLater = at.getTime() > Date.UTC(2026, 10, 25)
      const known = headers['if-none-match'] === '"always"'
      const body = feedOf([isLater ? 'Aleppo bridges' : 'Aleppo roofs'])
      return known ? { status: 304 } : { body, headers: { ETag: '"always"' } }
    })
    await one.visits({ to: 14 * 24 * HOUR, every: 2 * HOUR })
    const last = one.host.heard().filter(isUnconditional).slice(-3)
    expect((last[2]?.at.getTime() ?? 0) - (last[0]?.at.getTime() ?? 0)).toBeLessThanOrEqual(2 * 30 * HOUR)
  })

  it('makes the other feeds of its host suspect, and nobody else’s', async () => {
    await using one = await guest({
      hosts: 2,
      sources: ([liar, honest]) => [
        { id: 'liar', name: 'Liar', url: `${liar?.origin}/liar.xml`, article: 'never' },
        { id: 'neighbour', name: 'Neighbour', url: `${liar?.origin}/neighbour.xml`, article: 'never' },
        { id: 'honest', name: 'Honest', url: `${honest?.origin}/honest.xml`, article: 'never' },
      ],
    })
    const [liar, honest] = one.hosts
    const quiet = ({ headers }: Heard): Said =>
      headers['if-none-match'] === undefined ? good({ ETag: '"q"' }) : { status: 304, headers: { ETag: '"q"' } }
    liar?.teach('/liar.xml', ({ headers, at }) =>
      headers['if-none-match'] === undefined
        ? good({ ETag: '"x"' }, `Aleppo on day ${Math.floor(at.getTime() / (24 * HOUR))}`)
        : { status: 304 },
    )
    liar?.teach('/neighbour.xml', quiet)
    honest?.teach('/honest.xml', quiet)
    await one.visits({ to: 16 * 24 * HOUR, every: 4 * HOUR })
    const wholes = (heard: readonly Heard[] | undefined) => heard?.filter(isUnconditional).length ?? 0
    expect(wholes(liar?.heard('/neighbour.xml'))).toBeGreaterThanOrEqual(15)
    expect(wholes(honest?.heard('/honest.xml'))).toBeLessThanOrEqual(10)
  })
})
