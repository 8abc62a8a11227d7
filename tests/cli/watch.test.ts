import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

function write(schedule: string, more: object = {}): void {
  const sources = [{ id: 'a', name: 'A', url: `${outlet.origin}/a.xml`, article: 'never' }]
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ title: 'T', schedule, fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources, ...more }),
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

  it('keeps a changed schedule from the moment that it is written, without waiting for a pass', async () => {
    write('0 0 1 1 *')
    const running = start(['watch'], { cwd: folder })
    await running.said('pass.ended')
    write('* * * * * *')
    await running.said('"schedule":"* * * * * *"')
    await running.said('"sources":1,"notDue":1')
    running.kill('SIGTERM')
    expect((await running.ended).exit).toBe(0)
  })

  it('takes up a changed topic file, and keeps the last good one when it is damaged', async () => {
    const topic = (words: string): string =>
      JSON.stringify({
        id: 'clocks',
        name: 'Clocks',
        version: 1,
        groups: [{ id: 'c', role: 'core', weight: 3, terms: { en: [words] } }],
      })
    writeFileSync(join(folder, 'clocks.json'), topic('clock'))
    write('0 0 1 1 *', { topic: 'clocks.json' })
    const running = start(['watch'], { cwd: folder })
    await running.said('"topic":"clocks"')
    writeFileSync(join(folder, 'clocks.json'), '{ "id": ')
    const rejected: { why: string } = JSON.parse(await running.line('config.rejected'))
    expect(rejected.why).toContain('topic clocks.json: not valid JSON')
    running.kill('SIGHUP')
    await running.said('"notDue":1')
    writeFileSync(join(folder, 'clocks.json'), topic('library'))
    await running.said('"event":"config.reloaded","sources":1,"topic":"clocks","changed":true')
    running.kill('SIGTERM')
    const { exit, stderr } = await running.ended
    expect(exit).toBe(0)
    expect(stderr).not.toContain('pass.failed')
    expect(stderr.match(/config\.rejected/g)).toHaveLength(1)
  })

  it('refuses to start on a topic that cannot be used', async () => {
    write('0 0 1 1 *', { topic: 'nowhere.json' })
    const { exit, stderr } = await start(['watch'], { cwd: folder }).ended
    expect(exit).toBe(2)
    expect(stderr).toContain('topic nowhere.json: neither shipped')
  })

  it('reads its files and passes at once on SIGHUP', async () => {
    write('0 0 1 1 *')
    const running = start(['watch'], { cwd: folder })
    await running.said('pass.ended')
    running.kill('SIGHUP')
    await running.said('"sources":1,"notDue":1')
    running.kill('SIGTERM')
    const { exit, stderr } = await running.ended
    expect(exit).toBe(0)
    expect(stderr).toContain('"event":"watch.hung-up"')
  })

  it('ends on SIGTERM although a server keeps it waiting', async () => {
    outlet.put('/a.xml', { body: 'never', held: true })
    write('0 0 1 1 *')
    const running = start(['watch', '--listen', '127.0.0.1:0'], { cwd: folder })
    await outlet.asked('/a.xml')
    running.kill('SIGTERM')
    const { exit, stderr } = await running.ended
    expect(exit).toBe(0)
    expect(stderr).toContain('"event":"watch.stopped"')
  })

  it('tells systemd that it is ready, alive, reloading and stopping, in this order', async () => {
    const told = join(folder, 'told')
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin/systemd-notify'), `#!/bin/sh\necho "$NOTIFY_SOCKET $*" >> ${told}\n`, { mode: 0o755 })
    write('0 0 1 1 *')
    const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, NOTIFY_SOCKET: '@here', WATCHDOG_USEC: '100000' }
    const running = start(['watch'], { cwd: folder, env })
    await running.said('pass.ended')
    const lines = (): readonly string[] => (existsSync(told) ? readFileSync(told, 'utf8').trimEnd().split('\n') : [])
    await expect.poll(lines).toContainEqual('@here -- WATCHDOG=1')
    running.kill('SIGHUP')
    await running.said('"notDue":1')
    running.kill('SIGTERM')
    expect((await running.ended).exit).toBe(0)
    const said = lines().filter((line) => !line.includes('WATCHDOG') && !line.includes('-- STATUS'))
    expect(said).toEqual([
      '@here -- READY=1 STATUS=the first pass is at work',
      expect.stringMatching(/^@here -- RELOADING=1 MONOTONIC_USEC=\d+$/),
      '@here -- READY=1 STATUS=reloaded',
      '@here -- STOPPING=1',
    ])
    expect(lines()).toContainEqual(expect.stringMatching(/STATUS=1 new of 1 entries at 20/))
  })

  it('starts no program where systemd does not listen, and says once where it cannot be told', async () => {
    write('0 0 1 1 *')
    const told = join(folder, 'told')
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin/systemd-notify'), `#!/bin/sh\necho "$*" >> ${told}\n`, { mode: 0o755 })
    const alone = start(['watch'], {
      cwd: folder,
      env: { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, WATCHDOG_USEC: '10000' },
    })
    await alone.said('pass.ended')
    alone.kill('SIGTERM')
    expect((await alone.ended).exit).toBe(0)
    expect(existsSync(told)).toBe(false)
    const env = { PATH: join(folder, 'empty'), NOTIFY_SOCKET: '@here', WATCHDOG_USEC: '100000' }
    const running = start(['watch'], { cwd: folder, env })
    await running.said('pass.ended')
    running.kill('SIGTERM')
    const { exit, stderr } = await running.ended
    expect(exit).toBe(0)
    expect(stderr.match(/systemd\.not-told/g)).toHaveLength(1)
  })

  it('refuses a schedule that is none, with its line', async () => {
    write('often')
    const { exit, stderr } = await start(['watch'], { cwd: folder }).ended
    expect(exit).toBe(2)
    expect(stderr).toContain('feeds.json:1: schedule: expected a cron expression')
  })
})
