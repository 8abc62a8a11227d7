import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-status-'))
  outlet = await site()
  outlet.put('/good.xml', { body: rssText('Good', [{ title: 'Rain in Damascus', guid: '1' }]), type: 'application/rss+xml' })
  outlet.put('/bad.xml', { body: 'gone', status: 410 })
  write(['good', 'bad'])
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

function write(ids: readonly string[], more: object = {}): void {
  const sources = ids.map((id) => ({ id, name: `The ${id}`, url: `${outlet.origin}/${id}.xml`, article: 'never' }))
  const config = { title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources, ...more }
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify(config))
}

const at = (now: string, ...words: string[]) => kaynak([...words, '--now', now], { cwd: folder, env: { TZ: 'Europe/Istanbul' } })
const MONDAY = '2026-11-16T09:00:00Z'
const FRIDAY = '2026-11-20T09:00:00Z'
const alarm = (now: string, ...words: string[]) => at(now, 'status', '--failing-since', '3d', ...words)

describe.skipIf(!isBuilt)('kaynak status', () => {
  it("shows the times of its user's zone", async () => {
    await at(MONDAY, 'run', '--quiet')
    expect((await at(MONDAY, 'status')).stdout).toMatch(/^good +good +2026-11-16 12:00 GMT\+3 +read just now, 1 entry/m)
  })
})

describe.skipIf(!isBuilt)('kaynak status --failing-since', () => {
  it('is silent while nothing has failed for so long', async () => {
    await at(MONDAY, 'run', '--quiet')
    expect(await alarm('2026-11-17T09:00:00Z')).toMatchObject({ exit: 0, stdout: '', stderr: '' })
  })
  it('says what a mail should say, and exits 3', async () => {
    await at(MONDAY, 'run', '--quiet')
    await at(FRIDAY, 'run', '--quiet')
    const { exit, stdout, stderr } = await alarm(FRIDAY)
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: '' })
    expect(stdout).toMatch(
      /^1 source could not be read for 3d or longer:\n\nbad \(The bad\)\n {2}failing since 2026-11-16 12:00 GMT\+3, 1 time in a row: .*410.*\n {2}never read\n\nTry them now: kaynak sources check bad\nThen put the address right in feeds\.json, or leave one alone: kaynak sources disable bad\n$/,
    )
    expect(await alarm(FRIDAY, '--quiet')).toMatchObject({ exit: 3, stdout: '' })
    const { failing }: { failing: object[] } = JSON.parse((await alarm(FRIDAY, '--json')).stdout)
    expect(failing).toMatchObject([{ id: 'bad', since: '2026-11-16T09:00:00.000Z', failures: 1 }])
  })
  it('says nothing of a source that is switched off, or well again', async () => {
    await at(MONDAY, 'run', '--quiet')
    await at(FRIDAY, 'run', '--quiet')
    await at(FRIDAY, 'sources', 'disable', 'bad')
    expect(await alarm(FRIDAY)).toMatchObject({ exit: 0, stdout: '' })
    await at(FRIDAY, 'sources', 'enable', 'bad')
    outlet.put('/bad.xml', { body: rssText('B', []), type: 'application/rss+xml' })
    await at(FRIDAY, 'run', '--force', '--quiet')
    expect(await alarm(FRIDAY)).toMatchObject({ exit: 0, stdout: '' })
  })
  it('tells of a job that does not run, and never begins a state', async () => {
    const never = await alarm(MONDAY)
    expect(never).toMatchObject({ exit: 3, stderr: '' })
    expect(never.stdout).toMatch(
      /^No source has ever been reached: the job that runs kaynak has not run yet, or .*\.\nSee crontab -l/,
    )
    expect(existsSync(join(folder, '.kaynak'))).toBe(false)
    write(['good'])
    await at(MONDAY, 'run', '--quiet')
    expect((await alarm(FRIDAY)).stdout).toMatch(/^No source has been reached since 2026-11-16 12:00 GMT\+3/)
    expect(JSON.parse((await alarm(FRIDAY, '--json')).stdout)).toMatchObject({ idle: { since: '2026-11-16T09:00:00.000Z' } })
  })
  it.each(['3', 'soon', ''])('refuses the duration %j', async (text) => {
    const { exit, stderr } = await at(MONDAY, 'status', '--failing-since', text)
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: `kaynak: --failing-since: expected a duration such as 3d or 12h, got ${JSON.stringify(text)}\n`,
    })
  })
})

describe.skipIf(!isBuilt)('status.xml', () => {
  it('tells once that a source is gone and once that it is back, when feeds.json asks for it', async () => {
    write(['good', 'bad'], { statusFeed: true })
    await at(MONDAY, 'run', '--quiet')
    const titles = () => readFileSync(join(folder, 'output/status.xml'), 'utf8').match(/<title>The [^<]*/g)
    expect(titles()).toEqual(['<title>The bad is gone for ever'])
    await at(FRIDAY, 'run', '--force', '--quiet')
    expect(titles()).toHaveLength(1)
    outlet.put('/bad.xml', { body: rssText('B', []), type: 'application/rss+xml' })
    await at('2026-11-21T09:00:00Z', 'run', '--force', '--quiet')
    expect(titles()).toEqual(['<title>The bad is back', '<title>The bad is gone for ever'])
  })
})
