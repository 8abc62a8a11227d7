import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readExposition, sampleValue } from '../helpers/exposition.ts'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak, start } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

const RSS = { type: 'application/rss+xml' }
const story = (n: number) => ({
  title: `Damascus opens library ${n}`,
  link: `https://outlet.example/${n}`,
  guid: `${n}`,
  text: `Library ${n} opened in the Syrian capital with ${n * 1_000} books on its shelves.`,
})

let folder: string
let outlet: Site
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-metrics-'))
  outlet = await site()
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

describe.skipIf(!isBuilt)('the metrics of kaynak watch', () => {
  it('are well formed and agree with what the sources were asked and what they gave', async () => {
    const sources = ['same', 'news', 'twin', 'gone'].map((id) => ({
      id,
      name: id,
      url: `${outlet.origin}/${id}.xml`,
      article: 'never',
    }))
    writeFileSync(
      join(folder, 'feeds.json'),
      JSON.stringify({ title: 'T', schedule: '0 0 1 1 *', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }),
    )
    outlet.put('/same.xml', { body: rssText('Same', [story(1)]), ...RSS })
    outlet.put('/news.xml', { body: rssText('News', [story(2)]), ...RSS })
    await kaynak(['run', '--quiet', '--now', '2026-11-20T08:00:00Z'], { cwd: folder })
    const knives = { title: 'Knives of Damascus steel, tested', link: 'https://outlet.example/knives', guid: 'k' }
    outlet.put('/news.xml', { body: rssText('News', [story(2), story(3), story(4), knives]), ...RSS })
    outlet.put('/twin.xml', { body: rssText('Twin', [story(3)]), ...RSS })
    const asked = outlet.requests.length
    const words = ['watch', '--listen', '127.0.0.1:0', '--now', '2026-11-20T12:00:00Z']
    const running = start(words, { cwd: folder })
    const { url }: { url: string } = JSON.parse(await running.line('serve.started'))
    await running.said('pass.ended')
    const answer = await fetch(`${url}metrics`)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const samples = readExposition(await answer.text())
    const value = (name: string, labels?: Readonly<Record<string, string>>) => sampleValue(samples, `kaynak_${name}`, labels)
    const requests = outlet.requests.slice(asked)
    const withStatus = (status: number) => requests.filter((one) => one.status === status).length

    expect(value('feed_answers_total', { kind: 'ok' })).toBe(withStatus(200))
    expect(value('feed_answers_total', { kind: 'not-modified' })).toBe(withStatus(304))
    expect(value('feed_answers_total', { kind: 'failed' })).toBe(withStatus(404))
    expect(requests).toHaveLength(4)
    expect(value('fetched_bytes_total', { purpose: 'feed' })).toBe(
      Buffer.byteLength(rssText('News', [story(2), story(3), story(4), knives])) + Buffer.byteLength(rssText('Twin', [story(3)])),
    )
    expect(['read', 'unchanged', 'failed'].map((outcome) => value('readings_total', { outcome }))).toEqual([2, 1, 1])
    expect(
      ['entries', 'kept', 'changed', 'dropped', 'copies', 'withdrawn'].map((what) => value('entries_total', { what })),
    ).toEqual([...[5, 3, 0, 1, 1, 0]])
    expect(['ended', 'failed', 'skipped'].map((outcome) => value('passes_total', { outcome }))).toEqual([1, 0, 0])
    expect(value('items')).toBe(5)
    expect(value('stories')).toBe(4)
    const levels = samples.filter(({ name }) => name === 'kaynak_sources')
    expect(levels.reduce((sum, one) => sum + one.value, 0)).toBe(4)
    expect([value('sources', { level: 'good' }), value('sources', { level: 'failing' })]).toEqual([3, 1])
    const noon = Date.parse('2026-11-20T12:00:00Z') / 1_000
    expect([value('last_success_timestamp_seconds'), value('pass_timestamp_seconds')]).toEqual([noon, noon])
    expect(value('pass_seconds_total')).toBeCloseTo(value('pass_duration_seconds') ?? -1, 9)
    expect(value('source_failures', { source: 'gone' })).toBe(2)
    running.kill('SIGTERM')
    expect((await running.ended).exit).toBe(0)
  })
})

describe('readExposition', () => {
  const GROUP = '# HELP a_total Help.\n# TYPE a_total counter\n'
  it('reads labels with every escape', () => {
    expect(readExposition(`${GROUP}a_total{b="x\\"y\\\\z\\nw",c=""} 1\n`)).toEqual([
      { name: 'a_total', labels: { b: 'x"y\\z\nw', c: '' }, value: 1 },
    ])
  })
  it.each([
    ['no end of the last line', `${GROUP}a_total 1`],
    ['a broken line', `${GROUP}a_total{b="x\ny"} 1\n`],
    ['a sample without its group', 'a_total 1\n'],
    ['a sample twice', `${GROUP}a_total 1\na_total 1\n`],
    ['a group twice', `${GROUP}a_total 1\n${GROUP}`],
    ['a counter that sinks below nothing', `${GROUP}a_total -1\n`],
    ['an empty line', `${GROUP}\na_total 1\n`],
  ])('refuses %s', (_what, text) => {
    expect(() => readExposition(text)).toThrow()
  })
})
