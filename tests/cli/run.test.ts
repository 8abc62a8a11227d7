import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak, start } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site

const ITEM = {
  title: 'Damascus opens a library',
  link: 'https://outlet.example/library',
  guid: '1',
  date: 'Fri, 20 Nov 2026 08:00:00 GMT',
  text: 'A public library opened in the Syrian capital on Friday.',
}

function write(sources: readonly object[], more: object = {}): void {
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify(
      { title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0, timeoutMs: 3_000 }, sources, ...more },
      undefined,
      2,
    ),
  )
}

function source(id: string, path = `/${id}.xml`): object {
  return { id, name: id.toUpperCase(), url: `${outlet.origin}${path}`, article: 'never' }
}

function run(...words: string[]) {
  return kaynak(['run', '--now', '2026-11-20T12:00:00Z', ...words], { cwd: folder })
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-cli-'))
  outlet = await site()
  outlet.put('/a.xml', { body: rssText('A', [ITEM]), type: 'application/rss+xml' })
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

describe.skipIf(!isBuilt)('kaynak run', () => {
  it('publishes and says what it did and where to look', async () => {
    write([source('a'), source('gone')])
    const { exit, stdout, stderr } = await run()
    expect(stderr).toBe('')
    expect(exit).toBe(0)
    expect(stdout).toContain('gone: it answered 404')
    expect(stdout).toContain('1 new item of 1 entry from 1 source')
    expect(stdout).toContain('output/index.html')
    expect(readdirSync(join(folder, 'output'))).toEqual(
      expect.arrayContaining(['feed.xml', 'atom.xml', 'feed.json', 'index.html']),
    )
  })

  it('is silent with --quiet, and prints one JSON object with --json', async () => {
    write([source('a')])
    expect(await run('--quiet')).toMatchObject({ exit: 0, stdout: '', stderr: '' })
    const { stdout } = await run('--json', '--force')
    expect(JSON.parse(stdout)).toMatchObject({ pass: { unchanged: 1 }, sources: [{ id: 'a', outcome: 'unchanged' }] })
  })

  it('exits 3 when none of the sources could be read, leaves the output alone and points to the demo', async () => {
    write([source('a')])
    await run()
    const before = readFileSync(join(folder, 'output/feed.xml'), 'utf8')
    await outlet.close()
    const { exit, stdout } = await run('--force')
    outlet = await site()
    expect(exit).toBe(3)
    expect(stdout).toMatch(/a: .*refused/)
    expect(stdout).toContain('npm run demo')
    expect(readFileSync(join(folder, 'output/feed.xml'), 'utf8')).toBe(before)
  })

  it('turns any failed source into exit 3 with --strict', async () => {
    write([source('a'), source('gone')])
    expect((await run('--strict')).exit).toBe(3)
  })

  it('names a wrong source with its line, leaves it out, and runs the others; --strict refuses', async () => {
    write([source('a'), { id: 'b', name: 'B', url: 'htp://b.example' }])
    const { exit, stderr } = await run()
    expect(exit).toBe(0)
    expect(stderr).toMatch(
      /^kaynak: feeds\.json:\d+: sources\.1\.url: expected an http\(s\) address, got "htp:\/\/b\.example" \(this source is left out\)\n$/,
    )
    expect((await run('--strict')).exit).toBe(2)
  })

  it.each([
    ['no feeds.json', () => undefined, /^kaynak: feeds\.json: there is no such file \(kaynak init writes one/],
    [
      'a damaged feeds.json',
      () => writeFileSync(join(folder, 'feeds.json'), '{ "title": '),
      /^kaynak: feeds\.json:1: not valid JSON/,
    ],
    ['an unknown topic', () => write([], { topic: 'nowhere' }), /^kaynak: topic nowhere: neither shipped/],
  ])('exits 2 with one clear line for %s', async (_, prepare, words) => {
    prepare()
    const { exit, stderr, stdout } = await run()
    expect(stderr).toMatch(words)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(existsSync(join(folder, 'output'))).toBe(false)
  })

  it.each([
    [['run', '--now', 'yesterday'], 'expected a moment such as'],
    [['run', '--only', 'nobody'], 'there is no source "nobody"'],
    [['run', '--nwo', 'x'], 'unknown option'],
    [['runn'], 'unknown command'],
  ])('exits 2 for the words %j', async (words, message) => {
    write([source('a')])
    const { exit, stderr } = await kaynak(words, { cwd: folder })
    expect(stderr).toContain(message)
    expect(exit).toBe(2)
  })

  it('finds that the output cannot be written before it asks anyone, and exits 4', async () => {
    write([source('a')])
    writeFileSync(join(folder, 'output'), 'a file stands in the way')
    const { exit, stderr } = await run()
    expect(exit).toBe(4)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(outlet.requests).toEqual([])
  })

  it('exits 4 in one line for a state that cannot be used', async () => {
    write([source('a')])
    mkdirSync(join(folder, '.kaynak/kaynak.db'), { recursive: true })
    const { exit, stderr } = await run()
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(exit).toBe(4)
  })

  it.skipIf(process.getuid?.() === 0)('exits 4 when the state folder is read-only', async () => {
    write([source('a')])
    mkdirSync(join(folder, '.kaynak'))
    chmodSync(join(folder, '.kaynak'), 0o500)
    expect((await run()).exit).toBe(4)
  })

  it('lets a second pass leave at once with 75', async () => {
    outlet.put('/slow.xml', { body: rssText('A', [ITEM]), type: 'application/rss+xml', held: true })
    write([source('slow')])
    const first = start(['run'], { cwd: folder })
    await outlet.asked('/slow.xml')
    const second = await run()
    expect(second.stderr).toContain('another pass is at work')
    expect(second.exit).toBe(75)
    outlet.release('/slow.xml')
    expect((await first.ended).exit).toBe(0)
  })

  it('ends soon after SIGTERM and keeps what was finished', async () => {
    outlet.put('/never.xml', { body: '', held: true })
    write([source('a'), source('never')], { fetch: { allowPrivate: [outlet.host], gapMs: 0, timeoutMs: 60_000 } })
    const running = start(['run', '--now', '2026-11-20T12:00:00Z', '--json'], { cwd: folder })
    await outlet.asked('/never.xml')
    await outlet.asked('/a.xml')
    running.kill('SIGTERM')
    const { stdout } = await running.ended
    expect(JSON.parse(stdout)).toMatchObject({ pass: { interrupted: true } })
    expect(readFileSync(join(folder, 'output/feed.xml'), 'utf8')).toContain('Damascus opens a library')
  })

  it('takes its settings from the environment too', async () => {
    write([source('a')])
    const { exit, stdout } = await kaynak(['run', '--json'], {
      cwd: folder,
      env: { KAYNAK_OUTPUT: 'elsewhere', KAYNAK_NOW: '2026-11-20T12:00:00Z', KAYNAK_TITLE: 'From outside' },
    })
    expect(exit).toBe(0)
    expect(JSON.parse(stdout).pass.at).toBe('2026-11-20T12:00:00.000Z')
    expect(readFileSync(join(folder, 'elsewhere/feed.xml'), 'utf8')).toContain('<title>From outside</title>')
  })

  it('leaves no trace with --dry-run', async () => {
    write([source('a')])
    expect((await run('--dry-run')).exit).toBe(0)
    expect(readdirSync(folder)).toEqual(['feeds.json'])
  })
})

describe.skipIf(!isBuilt)('kaynak init', () => {
  it('writes a file that runs, and never overwrites one', async () => {
    const { exit, stdout } = await kaynak(['init'], { cwd: folder })
    expect(exit).toBe(0)
    expect(stdout).toContain('wrote feeds.json')
    const dry = await kaynak(['run', '--dry-run', '--json'], { cwd: folder, env: { KAYNAK_FETCH_TIMEOUT_MS: '200' } })
    expect(dry.stderr).toBe('')
    expect(JSON.parse(dry.stdout).pass.sources).toBe(2)
    expect(await kaynak(['init'], { cwd: folder })).toMatchObject({ exit: 2 })
  })
})

describe.skipIf(!isBuilt)('kaynak', () => {
  it('prints its version and its help', async () => {
    expect((await kaynak(['--version'], { cwd: folder })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const { stdout, exit } = await kaynak(['--help'], { cwd: folder })
    expect(exit).toBe(0)
    for (const command of ['run', 'watch', 'init', 'parse', 'match', 'extract', 'attribute', 'cluster', 'topic'])
      expect(stdout).toContain(`  ${command}`)
  })
})
