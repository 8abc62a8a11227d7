import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site

const NOW = ['--now', '2026-11-20T12:00:00Z']
const KEPT = {
  title: 'Damascus opens a library',
  link: 'https://outlet.example/library',
  text: 'A public library opened in the Syrian capital on Friday.',
}
const DROPPED = {
  title: 'Knives of Damascus steel, tested',
  link: 'https://outlet.example/knives',
  text: 'Three kitchen knives compared.',
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-explain-'))
  outlet = await site()
  outlet.put('/a.xml', { body: rssText('A', [KEPT, DROPPED]), type: 'application/rss+xml' })
  const sources = [
    { id: 'a', name: 'A', url: `${outlet.origin}/a.xml`, article: 'never' },
    { id: 'gone', name: 'Gone', url: `${outlet.origin}/gone.xml` },
  ]
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }),
  )
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

const run = (...words: string[]) => kaynak([...words, ...NOW], { cwd: folder })

describe.skipIf(!isBuilt)('kaynak explain', () => {
  it('answers from the memory for what was kept and for what was dropped', async () => {
    await run('run')
    const kept = await run('explain', KEPT.link)
    expect(kept.stdout).toMatch(/^Damascus opens a library\n[\s\S]*\nkept: [\d.]+ where 2 is needed\n[\s\S]*damascus.*title/)
    const dropped = await run('explain', 'damascus steel')
    expect(dropped.stdout).toContain('dropped: ')
    expect(dropped.stdout).toContain('what would change that: ')
  })

  it('reads the page of an address that no pass has met, and stores nothing', async () => {
    const text = 'Masons from Aleppo, Syria, finished the roof of the covered market, the city council said. '
    outlet.put('/market', {
      body: `<html><head><title>Roof of the Aleppo market is done</title></head><body><article><h1>Roof of the Aleppo market is done</h1><p>${text.repeat(3)}</p><p>${text.repeat(3)}</p></article></body></html>`,
      type: 'text/html',
    })
    const { stdout, stderr, exit } = await run('explain', `${outlet.origin}/market`)
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
    expect(stdout).toContain('judged now, on its page')
    expect(stdout).toContain('kept: ')
    expect(readdirSync(folder)).toEqual(['feeds.json'])
  })

  it('says in one line that it knows nothing', async () => {
    const { stderr, exit } = await run('explain', 'never heard of')
    expect(stderr).toMatch(/^kaynak: nothing is known of "never heard of"[^\n]*\n$/)
    expect(exit).toBe(2)
  })
})

describe.skipIf(!isBuilt)('kaynak status', () => {
  it('says how every source is, before and after a pass', async () => {
    expect((await run('status')).stdout).toMatch(/a\s+never\s+not asked yet/)
    await run('run')
    const { stdout } = await run('status')
    expect(stdout).toMatch(/a\s+good\s+2026-11-20 12:00 UTC\s+read just now, 2 entries/)
    expect(stdout).toMatch(/gone\s+failing\s+failed once: it answered 404/)
    const report: { sources: { level: string }[] } = JSON.parse((await run('status', '--json')).stdout)
    expect(report.sources.map(({ level }) => level)).toEqual(['good', 'failing'])
  })
})

describe.skipIf(!isBuilt)('kaynak topic diff', () => {
  it('judges the stored history again, what was dropped too, and needs no items then', async () => {
    const topic = {
      id: 'steel',
      name: 'Steel',
      version: 1,
      threshold: 2,
      review: 1,
      groups: [{ id: 'knives', role: 'core', weight: 3, terms: { en: ['knives', 'kitchen knives'] } }],
    }
    writeFileSync(join(folder, 'steel.json'), JSON.stringify(topic))
    expect(await kaynak(['topic', 'diff', 'steel.json'], { cwd: folder })).toMatchObject({ exit: 2 })
    await run('run')
    const { stdout, stderr } = await kaynak(['topic', 'diff', 'steel.json'], { cwd: folder })
    expect(stderr).toBe('')
    expect(stdout).toMatch(
      /^\+ .*Knives of Damascus steel, tested\n- .*Damascus opens a library\n2 items: 1 more kept, 1 more dropped\n$/,
    )
  })
})
