import { readFileSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LIBRARY, rssText } from '../helpers/feed-text.ts'
import { type Loopback, serve } from '../helpers/loopback.ts'
import { type Ending, isBuilt, kaynak, type Running, start } from '../helpers/program.ts'
import { temporaryDirectory } from '../helpers/temporary-directory.ts'

/**
 * A program that is not gone by then is killed, and its test fails. On a machine that is not crowded it takes well under a second; its
 * servers would hold it up for a minute.
 */
const LATEST_MS = 25_000
const NOW = '2026-11-20T12:00:00Z'

let folder: string
let server: Loopback
let waiting: { path: string; resolve: () => void }[]
/** what a path does to whoever asks for it; anything else gets a feed */
let stalls: Record<string, (response: ServerResponse) => void>

const drips: NodeJS.Timeout[] = []

beforeEach(async () => {
  folder = await temporaryDirectory()
  waiting = []
  stalls = {}
  server = await serve(({ url: path = '' }, response) => {
    const stall = stalls[path]
    if (stall === undefined) response.setHeader('content-type', 'application/rss+xml').end(rssText('A', [LIBRARY]))
    else stall(response)
    for (const one of waiting) if (one.path === path) one.resolve()
  })
})

afterEach(async () => {
  for (const drip of drips.splice(0)) clearInterval(drip)
  await server.close()
})

function write(paths: readonly string[], more: object = {}): void {
  const sources = paths.map((path, at) => ({ id: `s${at}`, name: `S${at}`, url: `${server.url}${path}`, article: 'never' }))
  const fetch = { allowPrivate: [`127.0.0.1:${server.port}`], gapMs: 0, perHost: 8, timeoutMs: 60_000 }
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify({ title: 'T', fetch, sources, ...more }))
}

function asked(path: string): Promise<void> {
  return new Promise((resolve) => {
    if (server.requests.some((request) => request.path === path)) resolve()
    else waiting.push({ path, resolve })
  })
}

function pass(): Running {
  return start(['run', '--now', NOW, '--json'], { cwd: folder })
}

/** How it ended of itself; `signal` says SIGKILL when it did not in time. */
async function endedInTime(running: Running): Promise<Ending> {
  const timer = setTimeout(() => running.kill('SIGKILL'), LATEST_MS)
  try {
    return await running.ended
  } finally {
    clearTimeout(timer)
  }
}

function silent(): void {
  return
}

function dripping(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<?xml version="1.0"?><rss version="2.0"><channel>')
  drips.push(setInterval(() => response.write(' '), 50))
}

describe.skipIf(!isBuilt)('kaynak run that is asked to end', () => {
  it.each([
    ['SIGTERM', 'says nothing', silent],
    ['SIGINT', 'says nothing', silent],
    ['SIGTERM', 'sends its document letter by letter', dripping],
  ] as const)('obeys %s while a server %s, and keeps what was done', async (signal, _, stall) => {
    stalls = { '/stalled.xml': stall }
    write(['/good.xml', '/stalled.xml'])
    const running = pass()
    await Promise.all([asked('/good.xml'), asked('/stalled.xml')])
    running.kill(signal)
    const { exit, stdout, stderr, ...ending } = await endedInTime(running)
    expect({ exit, stderr, signal: ending.signal }).toEqual({ exit: 1, stderr: '', signal: null })
    expect(JSON.parse(stdout)).toMatchObject({ pass: { interrupted: true, failed: 0 } })
    expect(readFileSync(join(folder, 'output/feed.xml'), 'utf8')).toContain(LIBRARY.title)
    stalls = {}
    const next = JSON.parse((await kaynak(['run', '--now', NOW, '--json'], { cwd: folder })).stdout)
    expect(next).toMatchObject({ pass: { notDue: 1, read: 1, failed: 0 } }) // what was left is asked again at once
  })

  it('does not wait for a hundred stalled servers one after another', async () => {
    const paths = Array.from({ length: 100 }, (_, at) => `/${at}.xml`)
    stalls = Object.fromEntries(paths.map((path) => [path, silent]))
    write(paths)
    const running = pass()
    await asked('/0.xml')
    running.kill('SIGTERM')
    const { exit, signal } = await endedInTime(running)
    expect({ exit, signal }).toEqual({ exit: 1, signal: null })
  })

  it.each([
    ["an article's page", '/article', { article: 'always' }],
    ['robots.txt', '/robots.txt', { article: 'always' }],
  ])('does not wait for %s', async (_, stalled, more) => {
    stalls = {
      [stalled]: silent,
      '/feed.xml': (response) => void response.end(rssText('A', [{ ...LIBRARY, link: `${server.url}/article` }])),
      ...(stalled === '/robots.txt' ? {} : { '/robots.txt': (response) => void response.writeHead(404).end() }),
    }
    write([], { sources: [{ id: 's', name: 'S', url: `${server.url}/feed.xml`, ...more }] })
    const running = pass()
    await asked(stalled)
    running.kill('SIGTERM')
    expect(await endedInTime(running)).toMatchObject({ exit: 1, signal: null, stderr: '' })
  })

  it('does not wait for hubs, and has published by then', async () => {
    stalls = { '/hub': silent, '/hub2': silent }
    write(['/good.xml'], { homePage: 'https://feeds.example/', hubs: [`${server.url}/hub`, `${server.url}/hub2`] })
    const running = pass()
    await asked('/hub')
    running.kill('SIGTERM')
    expect(await endedInTime(running)).toMatchObject({ signal: null, stderr: '' })
    expect(readFileSync(join(folder, 'output/feed.xml'), 'utf8')).toContain(LIBRARY.title)
  })

  it('ends at once at the second signal, and the next pass finds all in order', async () => {
    stalls = { '/stalled.xml': silent }
    write(['/good.xml', '/stalled.xml'])
    const running = pass()
    await Promise.all([asked('/good.xml'), asked('/stalled.xml')])
    process.kill(running.pid, 'SIGSTOP') // both are there before it can act on the first
    running.kill('SIGINT')
    running.kill('SIGTERM')
    process.kill(running.pid, 'SIGCONT')
    const ending = await endedInTime(running)
    expect([130, 143]).toContain(ending.exit)
    stalls = {}
    expect(await kaynak(['run', '--now', NOW, '--quiet'], { cwd: folder })).toMatchObject({ exit: 0, stderr: '' })
    expect(readFileSync(join(folder, 'output/feed.xml'), 'utf8')).toContain(LIBRARY.title)
  })
})
