import { describe, expect, it } from 'vitest'
import type { HostLease, HostLeases } from '../../../src/fetch/index.ts'
import { serve } from '../../helpers/loopback.ts'
import { openFetch, urlOf } from '../../helpers/open-fetch.ts'

const allowPrivate = ['127.0.0.0/8']

/** What several processes share: a host is given to one at a time, in the order of asking. */
function agreement() {
  const holders = new Map<string, symbol>()
  const waiting: (() => void)[] = []
  const words: string[] = []
  let opens = 0
  let gapMs = 0

  function join(name: string): HostLeases {
    const me = Symbol(name)
    return {
      async take(host): Promise<HostLease> {
        while (holders.has(host)) await new Promise<void>((resolve) => waiting.push(resolve))
        holders.set(host, me)
        words.push(`${name} takes`)
        return { waitMs: Math.max(0, opens - performance.now()), gapMs }
      },
      give(host, left) {
        if (holders.get(host) !== me) throw new Error('gave what it did not hold')
        holders.delete(host)
        opens = performance.now() + left.gapMs
        gapMs = left.gapMs
        words.push(`${name} gives`)
        for (const wake of waiting.splice(0)) wake()
      },
    }
  }
  return { join, words }
}

describe('two processes that share their hosts', () => {
  it('are one to a server: two things at a time, and never both processes', async () => {
    await using site = await serve((_request, response) => setTimeout(() => response.end('<rss/>'), 20))
    const { join, words } = agreement()
    await using one = openFetch({ allowPrivate, leases: join('one') })
    await using other = openFetch({ allowPrivate, leases: join('other') })
    const ask = ({ fetch }: typeof one, path: number) => fetch({ url: urlOf(`${site.url}/${path}`), purpose: 'feed' })
    const results = await Promise.all([1, 2, 3, 4, 5, 6].flatMap((path) => [ask(one, path), ask(other, path)]))
    expect(results.map(({ kind }) => kind)).toEqual(results.map(() => 'ok'))
    expect(site.peak()).toBe(2)
    expect(words.slice(0, 3)).toEqual(['one takes', 'one gives', 'other takes'])
  })

  it('keep the gap between starts from one to the other', async () => {
    await using site = await serve((_request, response) => response.end('<rss/>'))
    const { join } = agreement()
    await using one = openFetch({ allowPrivate, leases: join('one'), gapMs: 400 })
    await using other = openFetch({ allowPrivate, leases: join('other'), gapMs: 400 })
    await Promise.all([one, other].map(({ fetch }) => fetch({ url: urlOf(site.url), purpose: 'feed' })))
    const [first, second] = site.requests.map(({ atMs }) => atMs)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(380)
  })

  it('hold nothing for whoever gave up waiting', async () => {
    await using site = await serve((_request, response) => setTimeout(() => response.end('<rss/>'), 100))
    const { join, words } = agreement()
    await using one = openFetch({ allowPrivate, leases: join('one') })
    await using other = openFetch({ allowPrivate, leases: join('other') })
    const stop = new AbortController()
    const first = one.fetch({ url: urlOf(site.url), purpose: 'feed' })
    const second = other.fetch({ url: urlOf(site.url), purpose: 'feed', signal: stop.signal })
    stop.abort()
    expect(await second).toMatchObject({ kind: 'failed', trouble: 'cancelled' })
    expect((await first).kind).toBe('ok')
    expect((await one.fetch({ url: urlOf(site.url), purpose: 'feed' })).kind).toBe('ok')
    expect(site.requests).toHaveLength(2)
    expect(words[0]).toBe('one takes')
  })
})
