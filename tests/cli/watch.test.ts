import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, start } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-watch-'))
  outlet = await site()
  outlet.put('/a.xml', {
    body: rssText('A', [{ title: 'Damascus opens a library', link: 'https://outlet.example/library' }]),
    type: 'application/rss+xml',
  })
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

function write(schedule: string): void {
  const sources = [{ id: 'a', name: 'A', url: `${outlet.origin}/a.xml`, article: 'never' }]
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ title: 'T', schedule, fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }),
  )
}

describe.skipIf(!isBuilt)('kaynak watch', () => {
  it('passes at once, again by its schedule, and stops cleanly on SIGTERM', async () => {
    write('* * * * * *')
    const running = start(['watch'], { cwd: folder })
    await running.said('"sources":1,"notDue":1') // the second pass: the source had its turn in the first
    running.kill('SIGTERM')
    const { exit, stderr } = await running.ended
    expect(exit).toBe(0)
    expect(existsSync(join(folder, 'output/feed.xml'))).toBe(true)
    const events = stderr
      .trimEnd()
      .split('\n')
      .map((line): { event: string } => JSON.parse(line))
    expect(events[0]).toMatchObject({ event: 'watch.started', sources: 1 })
    expect(events.at(-1)).toMatchObject({ event: 'watch.stopped' })
    expect(outlet.requests).toHaveLength(1)
  })

  it('takes up a changed feeds.json at its next pass, and keeps the last good one when it is damaged', async () => {
    write('* * * * * *')
    const running = start(['watch'], { cwd: folder })
    await running.said('pass.ended')
    writeFileSync(join(folder, 'feeds.json'), '{ "title": ')
    await running.said('config.rejected')
    outlet.put('/b.xml', {
      body: rssText('B', [{ title: 'Homs mends its clock', link: 'https://outlet.example/clock' }]),
      type: 'application/rss+xml',
    })
    const sources = ['a', 'b'].map((id) => ({ id, name: id, url: `${outlet.origin}/${id}.xml`, article: 'never' }))
    writeFileSync(
      join(folder, 'feeds.json'),
      JSON.stringify({ title: 'T', schedule: '*/2 * * * * *', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }),
    )
    await running.said('"event":"config.reloaded","sources":2')
    await outlet.asked('/b.xml')
    running.kill('SIGTERM')
    const { exit, stderr } = await running.ended
    expect(exit).toBe(0)
    expect(stderr).toContain('"schedule":"*/2 * * * * *"')
    expect(stderr.match(/config\.rejected/g)).toHaveLength(1)
  })

  it('refuses a schedule that is none, with its line', async () => {
    write('often')
    const { exit, stderr } = await start(['watch'], { cwd: folder }).ended
    expect(exit).toBe(2)
    expect(stderr).toContain('feeds.json:1: schedule: expected a cron expression')
  })
})
