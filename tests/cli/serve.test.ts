import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, type Running, start } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-serve-'))
  outlet = await site()
  outlet.put('/a.xml', {
    body: rssText('A', [{ title: 'Damascus opens a library', link: 'https://outlet.example/library' }]),
    type: 'application/rss+xml',
  })
  const sources = [{ id: 'a', name: 'A', url: `${outlet.origin}/a.xml`, article: 'never' }]
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }),
  )
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

/** The address that the program says it serves at. */
async function addressOf(running: Running): Promise<string> {
  return JSON.parse(await running.line('serve.started')).url
}

describe.skipIf(!isBuilt)('kaynak serve', () => {
  it('serves what is published, tells what the state tells, and stops on SIGTERM', async () => {
    mkdirSync(join(folder, 'output'))
    writeFileSync(join(folder, 'output/feed.xml'), '<rss/>')
    const running = start(['serve', '--listen', '127.0.0.1:0'], { cwd: folder })
    const url = await addressOf(running)
    const feed = await fetch(`${url}feed.xml`)
    expect([feed.status, feed.headers.get('content-type'), await feed.text()]).toEqual([
      200,
      'application/rss+xml; charset=utf-8',
      '<rss/>',
    ])
    const metrics = await (await fetch(`${url}metrics`)).text()
    expect(metrics).toContain('kaynak_state_readable 1\n')
    expect(metrics).toContain('kaynak_sources{level="never"} 1\n')
    running.kill('SIGTERM')
    const { exit, stderr } = await running.ended
    expect(exit).toBe(0)
    expect(stderr).toContain('"event":"serve.stopped"')
  })

  it.each([
    [['--listen', 'everywhere'], /^kaynak: --listen: expected HOST:PORT such as 127\.0\.0\.1:8080, got "everywhere"\n$/],
    [
      ['--listen', '192.0.2.1:0'],
      /^kaynak: --listen 192\.0\.2\.1:0: cannot listen there \(this machine has no such address\)\n$/,
    ],
  ])('refuses %j in one line', async (words, message) => {
    const { exit, stderr } = await start(['serve', ...words], { cwd: folder }).ended
    expect(stderr).toMatch(message)
    expect(exit).toBe(2)
  })
})

describe.skipIf(!isBuilt)('kaynak watch --listen', () => {
  it('serves what its passes publish and counts them', async () => {
    const running = start(['watch', '--listen', '127.0.0.1:0'], { cwd: folder })
    const url = await addressOf(running)
    await running.said('"event":"pass.ended"')
    expect(await (await fetch(`${url}feed.xml`)).text()).toContain('Damascus opens a library')
    expect((await fetch(`${url}healthz`)).status).toBe(200)
    const metrics = await (await fetch(`${url}metrics`)).text()
    for (const line of [
      'kaynak_passes_total{outcome="ended"} 1',
      'kaynak_entries_total{what="kept"} 1',
      'kaynak_items 1',
      'kaynak_sources{level="good"} 1',
    ])
      expect(metrics.split('\n')).toContain(line)
    running.kill('SIGTERM')
    expect((await running.ended).exit).toBe(0)
  })
})
