import { describe, expect, it } from 'vitest'
import { type Loopback, serve } from '../../helpers/loopback.ts'
import { openFetch, urlOf } from '../../helpers/open-fetch.ts'

const allowPrivate = ['127.0.0.0/8']

/** Answers each request after a while. */
function slowSite(delayMs: number): Promise<Loopback> {
  return serve((_request, response) => setTimeout(() => response.end('<rss/>'), delayMs))
}

function gapsOf({ requests }: Loopback): readonly number[] {
  return requests.slice(1).map((request, at) => request.atMs - (requests[at]?.atMs ?? 0))
}

describe('many fetches at once', () => {
  it('ask one host for two things at a time and no more', async () => {
    await using site = await slowSite(20)
    await using fetching = openFetch({ allowPrivate })
    await Promise.all(Array.from({ length: 12 }, (_, at) => fetching.fetch({ url: urlOf(`${site.url}/${at}`), purpose: 'feed' })))
    expect(site.requests).toHaveLength(12)
    expect(site.peak()).toBe(2)
  })

  it('ask one host in the order in which they came', async () => {
    await using site = await slowSite(2)
    await using fetching = openFetch({ allowPrivate, perHost: 1 })
    await Promise.all(Array.from({ length: 8 }, (_, at) => fetching.fetch({ url: urlOf(`${site.url}/${at}`), purpose: 'feed' })))
    expect(site.requests.map(({ path }) => path)).toEqual(Array.from({ length: 8 }, (_, at) => `/${at}`))
  })

  it('leave a gap between two starts at one host', async () => {
    await using site = await slowSite(0)
    await using fetching = openFetch({ allowPrivate, gapMs: 150 })
    await Promise.all(Array.from({ length: 4 }, () => fetching.fetch({ url: urlOf(site.url), purpose: 'feed' })))
    for (const gap of gapsOf(site)) expect(gap).toBeGreaterThan(75) // a start may be a little late, and the next one on time
  })

  it('count the hops of redirects among the requests to the host that they lead to', async () => {
    await using target = await slowSite(20)
    const relays = await Promise.all(
      Array.from({ length: 6 }, () => serve((_request, response) => response.writeHead(302, { Location: target.url }).end())),
    )
    await using fetching = openFetch({ allowPrivate })
    await Promise.all(relays.map(({ url }) => fetching.fetch({ url: urlOf(url), purpose: 'feed' })))
    expect(target.requests).toHaveLength(6)
    expect(target.peak()).toBe(2)
    await Promise.all(relays.map((relay) => relay.close()))
  })

  it('do not wait for a host that keeps others waiting', async () => {
    await using stuck = await serve(() => undefined)
    await using good = await slowSite(0)
    await using fetching = openFetch({ allowPrivate, concurrency: 3, perHost: 2, timeoutMs: 60_000 })
    const waiting = Array.from({ length: 50 }, () => fetching.fetch({ url: urlOf(stuck.url), purpose: 'feed' }))
    const results = await Promise.all(Array.from({ length: 10 }, () => fetching.fetch({ url: urlOf(good.url), purpose: 'feed' })))
    expect(results.map(({ kind }) => kind)).toEqual(Array(10).fill('ok'))
    expect(stuck.requests).toHaveLength(2)
    await fetching.close()
    expect((await Promise.all(waiting)).every((result) => result.kind === 'failed' && result.trouble === 'cancelled')).toBe(true)
  })

  it('keep to the number that is allowed in all', async () => {
    const sites = await Promise.all(Array.from({ length: 8 }, () => slowSite(30)))
    let active = 0
    let peak = 0
    await using gate = await serve((request, response) => {
      active += 1
      peak = Math.max(peak, active)
      setTimeout(() => {
        active -= 1
        response.end(request.url)
      }, 20)
    })
    await using fetching = openFetch({ allowPrivate, concurrency: 3, perHost: 8 })
    await Promise.all(Array.from({ length: 12 }, () => fetching.fetch({ url: urlOf(gate.url), purpose: 'feed' })))
    expect(peak).toBe(3)
    await Promise.all(sites.map((site) => site.close()))
  })
})

describe('the end of a fetch', () => {
  it('comes at once by its own signal, and leaves the others alone', async () => {
    await using stuck = await serve((request, response) => {
      if (request.url === '/good') setTimeout(() => response.end('<rss/>'), 50)
    })
    await using fetching = openFetch({ allowPrivate, timeoutMs: 60_000, perHost: 5 })
    const control = new AbortController()
    const ended = fetching.fetch({ url: urlOf(`${stuck.url}/stuck`), purpose: 'feed', signal: control.signal })
    const good = fetching.fetch({ url: urlOf(`${stuck.url}/good`), purpose: 'feed', signal: new AbortController().signal })
    while (stuck.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    control.abort()
    expect(await ended).toEqual({ kind: 'failed', trouble: 'cancelled', message: 'the pass was ended before it answered' })
    expect(await good).toMatchObject({ kind: 'ok' })
  })

  it('comes before the start when the signal has already spoken', async () => {
    await using site = await slowSite(0)
    await using fetching = openFetch({ allowPrivate })
    expect(await fetching.fetch({ url: urlOf(site.url), purpose: 'feed', signal: AbortSignal.abort() })).toMatchObject({
      trouble: 'cancelled',
    })
    expect(site.connections()).toBe(0)
  })

  it('comes with close for all that are under way or waiting, and every socket is closed', async () => {
    await using stuck = await serve(() => undefined)
    const fetching = openFetch({ allowPrivate, timeoutMs: 60_000, gapMs: 10_000 })
    const waiting = ['feed', 'article', 'article', 'discovery'] as const
    const results = waiting.map((purpose) => fetching.fetch({ url: urlOf(stuck.url), purpose }))
    while (stuck.requests.length < 1) await new Promise((resolve) => setTimeout(resolve, 5))
    await fetching.close()
    for (const result of results) expect(await result).toMatchObject({ kind: 'failed', trouble: 'cancelled' })
    expect(await stuck.settled()).toBe(0)
    expect(await fetching.fetch({ url: urlOf(stuck.url), purpose: 'feed' })).toMatchObject({ trouble: 'cancelled' })
    expect(stuck.requests).toHaveLength(1)
  })
})
