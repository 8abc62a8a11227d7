import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/store/index.ts'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site

const ITEMS = [1, 2, 3].map((n) => ({
  title: `Damascus opens library ${n}`,
  link: `https://outlet.example/library/${n}`,
  guid: `${n}`,
  date: `Fri, ${19 + (n % 2)} Nov 2026 08:00:00 GMT`,
  text: `Public library number ${n} opened in the Syrian capital.`,
}))

let whole: string // a newsroom after one pass, copied for each test

beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), 'kaynak-state-'))
  folder = whole
  outlet = await site()
  const sources = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase(), url: `${outlet.origin}/${id}.xml`, article: 'never' }))
  const config = { title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify(config))
  offer()
  await run('run', '--quiet')
})

afterAll(async () => {
  rmSync(whole, { recursive: true, force: true })
  await outlet.close()
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-state-'))
  cpSync(whole, folder, { recursive: true })
  offer()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function offer(): void {
  outlet.put('/a.xml', { body: rssText('A', ITEMS), type: 'application/rss+xml' })
  outlet.put('/b.xml', { body: rssText('B', ITEMS.slice(0, 1)), type: 'application/rss+xml' })
}

const NOW = '2026-11-20T12:00:00Z'
const run = (...words: string[]) => kaynak(words, { cwd: folder, env: { KAYNAK_NOW: NOW } })
const text = (name: string) => readFileSync(join(folder, name), 'utf8')

/** Every file of a folder, by a hash of its bytes. */
function bytesOf(name: string): Readonly<Record<string, string>> {
  const files = readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && one.name !== '.kaynak-edition',
  )
  return Object.fromEntries(
    files
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + name.length + 2),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  )
}

describe.skipIf(!isBuilt)('kaynak export and import', () => {
  it('move a state into another file, which exports the same bytes', async () => {
    const out = await run('export', 'backup.jsonl')
    expect(out).toMatchObject({ exit: 0, stderr: '' })
    expect(out.stdout).toMatch(
      /^4 items in 3 stories written to backup\.jsonl, \d+ lines \(kaynak import backup\.jsonl --state NEW\)\n$/,
    )
    expect(await run('import', 'backup.jsonl', '--state', 'new.db')).toEqual({
      exit: 0,
      signal: null,
      stderr: '',
      stdout: '4 items in 3 stories of 2 sources imported into new.db\n',
    })
    expect((await run('export', '--state', 'new.db')).stdout).toBe(text('backup.jsonl'))
  })
  it('read from stdin and write to stdout, and report as JSON', async () => {
    const { stdout } = await run('export')
    const options = { cwd: folder, input: stdout }
    const { stdout: told } = await kaynak(['import', '--state', 'new.db', '--json'], options)
    expect(JSON.parse(told)).toEqual({ state: 'new.db', sources: 2, items: 4, stories: 3, decisions: 4 })
    expect(JSON.parse((await run('export', 'x.jsonl', '--json')).stdout)).toMatchObject({ file: 'x.jsonl', items: 4 })
    expect((await run('export', 'x.jsonl', '--quiet')).stdout).toBe('')
  })
  it('leave a newsroom in which the next pass goes on as if nothing had happened', async () => {
    await run('export', 'backup.jsonl')
    await run('import', 'backup.jsonl', '--state', 'new.db')
    const fresh = { ...ITEMS[0], title: 'Aleppo opens one too', link: 'https://outlet.example/aleppo', guid: '9' }
    outlet.put('/a.xml', {
      body: rssText('A', [{ ...fresh, title: 'Aleppo opens one too' }, ...ITEMS]),
      type: 'application/rss+xml',
    })
    const before = outlet.requests.length
    const [one, two] = [await next('.kaynak/kaynak.db', 'output'), await next('new.db', 'other')]
    expect(two).toEqual(one)
    expect(one.pass).toMatchObject({ read: 1, unchanged: 1, kept: 1, failed: 0 })
    expect(
      outlet.requests
        .slice(before)
        .map(({ path, status }) => `${path} ${status}`)
        .sort(),
    ).toEqual([...['/a.xml 200', '/a.xml 200', '/b.xml 304', '/b.xml 304']])
    expect(bytesOf('other')).toEqual(bytesOf('output'))
  })

  async function next(state: string, output: string): Promise<{ readonly pass: object }> {
    const words = ['run', '--json', '--now', '2026-11-20T14:00:00Z', '--state', state, '--output', output]
    const { published: _where, ...report }: { pass: object; published?: object } = JSON.parse((await run(...words)).stdout)
    return report
  }
})

describe.skipIf(!isBuilt)('kaynak export', () => {
  it.each([
    [
      'there is no such state',
      ['--state', 'none.db'],
      2,
      /^kaynak: none\.db: there is no such state: name it with --state, or begin one with kaynak run\n$/,
    ],
    [
      'the folder is not there',
      ['nowhere/backup.jsonl'],
      4,
      /^kaynak: nowhere\/backup\.jsonl: cannot be written: there is no such file or folder \(nothing was left there\)\n$/,
    ],
    [
      'the name is that of a folder',
      ['output'],
      4,
      /^kaynak: output: cannot be written: it is a folder \(nothing was left there\)\n$/,
    ],
  ])('says in one line that %s', async (_what, words, exit, line) => {
    const ended = await run('export', ...words)
    expect(ended.exit).toBe(exit)
    expect(ended.stderr).toMatch(line)
    expect(existsSync(join(folder, 'none.db'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
  it('works beside a pass that holds the lock', async () => {
    const { store } = await openSqliteStore(join(folder, '.kaynak/kaynak.db'))
    const lock = await store.lock()
    expect((await run('export', 'backup.jsonl')).exit).toBe(0)
    await lock?.release()
    await store.close()
  })
})

describe.skipIf(!isBuilt)('kaynak import', () => {
  it('names a damaged line and imports nothing', async () => {
    await run('export', 'backup.jsonl')
    const lines = text('backup.jsonl').split('\n')
    writeFileSync(join(folder, 'bad.jsonl'), lines.with(4, '{"kind":"item"').join('\n'))
    const ended = await run('import', 'bad.jsonl', '--state', 'new.db')
    expect(ended).toMatchObject({ exit: 2, stdout: '' })
    expect(ended.stderr).toMatch(/^kaynak: bad\.jsonl:5: expected a row of a state, got .* \(nothing was imported\)\n$/)
    expect((await run('import', 'backup.jsonl', '--state', 'new.db')).exit).toBe(0)
  })
  it.each([
    [
      'a state that holds something',
      ['backup.jsonl'],
      4,
      /kaynak\.db: expected an empty state, got one that holds something: name a new one with --state\n$/,
    ],
    [
      'a file that is not there',
      ['none.jsonl', '--state', 'new.db'],
      2,
      /^kaynak: none\.jsonl: cannot be read: there is no such file or folder \(nothing was imported\)\n$/,
    ],
    [
      'a folder',
      ['output', '--state', 'new.db'],
      2,
      /^kaynak: output: cannot be read: it is a folder \(nothing was imported\)\n$/,
    ],
    [
      'an empty stdin',
      ['--state', 'new.db'],
      2,
      /^kaynak: stdin:1: expected a state, got nothing at all \(nothing was imported\)\n$/,
    ],
    ['a feed', ['feeds.json', '--state', 'new.db'], 2, /^kaynak: feeds\.json:1: expected \{"format":"kaynak-state"/],
  ])('refuses %s', async (_what, words, exit, line) => {
    await run('export', 'backup.jsonl')
    const ended = await run('import', ...words)
    expect(ended.stderr).toMatch(line)
    expect(ended.exit).toBe(exit)
    if (_what === 'a file that is not there') expect(existsSync(join(folder, 'new.db'))).toBe(false)
  })
  it('leaves the state to a pass that is at work', async () => {
    await run('export', 'backup.jsonl')
    const { store } = await openSqliteStore(join(folder, 'new.db'))
    const lock = await store.lock()
    const ended = await run('import', 'backup.jsonl', '--state', 'new.db')
    expect(ended.exit).toBe(75)
    expect(ended.stderr).toMatch(/^kaynak: another pass is at work on new\.db/)
    await lock?.release()
    await store.close()
  })
})

describe.skipIf(!isBuilt)('kaynak prune', () => {
  const later = (...words: string[]) => run('prune', '--now', '2027-08-01T12:00:00Z', ...words)

  it('says what would go and what holds it back, and then does it', async () => {
    expect(await later('--older-than', '180d', '--dry-run')).toMatchObject({
      exit: 0,
      stdout:
        '0 items in 0 stories and 0 decisions of before 2026-11-01 would go\nyounger ones stay until output/archive/2026-11.xml is final: a pass after the end of that month writes it\n',
    })
    await run('run', '--now', '2027-08-01T12:00:00Z', '--quiet')
    const archive = text('output/archive/2026-11.xml')
    const { stdout } = await later('--older-than', '180d', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ items: 4, stories: 3, before: '2027-02-02T12:00:00.000Z', dryRun: false })
    expect((await later('--older-than', '180d')).stdout).toBe(
      '0 items in 0 stories and 0 decisions of before 2027-02-02 are gone\n',
    )
    await run('run', '--now', '2027-08-02T12:00:00Z', '--quiet')
    expect(text('output/archive/2026-11.xml')).toBe(archive)
    expect((await run('status', '--now', '2027-08-02T12:00:00Z')).stdout).toContain('0 items in 0 stories')
  })
  it.each([
    ['no age', [], 2, '--older-than: expected a duration such as 180d, got nothing'],
    ['an age that is none', ['--older-than', 'old'], 2, '--older-than: expected a duration such as 180d, got "old"'],
    ['a state that is not there', ['--older-than', '1d', '--state', 'none.db'], 2, 'none.db: there is no such state'],
    ['no feeds.json', ['--older-than', '1d', '--config', 'none.json'], 2, 'none.json: there is no such file'],
  ])('refuses %s', async (_what, words, exit, line) => {
    const ended = await later(...words)
    expect(ended.stderr).toContain(line)
    expect(ended.exit).toBe(exit)
  })
  it('leaves the state to a pass that is at work', async () => {
    const { store } = await openSqliteStore(join(folder, '.kaynak/kaynak.db'))
    const lock = await store.lock()
    expect((await later('--older-than', '1d')).exit).toBe(75)
    await lock?.release()
    await store.close()
  })
})
