import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownCommands } from '../helpers/own-commands.ts'
import { isBuilt, kaynak, MAIN } from '../helpers/program.ts'
import { run as runProgram } from '../helpers/run.ts'

const DIST = dirname(MAIN)
let folder: string
const run = (words: readonly string[], more: { env?: Readonly<Record<string, string>>; input?: string } = {}) =>
  kaynak(words, { cwd: folder, ...more })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-commands-'))
  writeFileSync(join(folder, 'feeds.json'), '{ "title": "T", "sources": [] }')
  writeFileSync(join(folder, 'bad.json'), '{ "title": 3, "sources": {} }')
  writeFileSync(join(folder, 'topic.json'), '{ "id": 5 }')
  writeFileSync(
    join(folder, 'notes.txt'),
    'notes, no database; long enough to be looked at as one, which it is not, whatever its name may say of it',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const paths = ownCommands().map(({ path }) => path)

describe.skipIf(!isBuilt)('every command', () => {
  it.each(paths)('%j has a --help with an example', async (...words) => {
    const { exit, stdout, stderr } = await run([...words, '--help'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toContain(`Usage: ${['kaynak', ...words].join(' ')}`)
    expect(stdout).toMatch(/\n(Examples|Begin with):\n/)
  })
  it.each(paths)('%j refuses an option that there is not, and says where to read on', async (...words) => {
    const { exit, stdout, stderr } = await run([...words, '--no-such-thing'])
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toMatch(/^error: unknown option '--no-such-thing' .*\(kaynak .*--help .*\)\n$/)
  })
})

describe.skipIf(!isBuilt)('the built program', () => {
  it('imports no source file: TypeScript 6.0.3 leaves `.ts` in dynamic imports beside a `using`', () => {
    const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
    expect(files.filter((name) => /\bimport\(['"]\.[^'"]*\.ts['"]/.test(readFileSync(join(DIST, name), 'utf8')))).toEqual([])
  })
})

describe.skipIf(!isBuilt)('kaynak', () => {
  it('without a command shows its help, which tells the exit codes, and ends with 2', async () => {
    const { exit, stderr } = await run([])
    expect(exit).toBe(2)
    expect(stderr).toContain('75   another pass is at work on this state')
  })
  it('prints its version and nothing else', async () => {
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe.skipIf(!isBuilt)('kaynak init', () => {
  it('writes a list that the program takes, beside its schema, and never over another', async () => {
    const inside = mkdtempSync(join(folder, 'new-'))
    const list = join(inside, 'my/news/feeds.json') // in a folder that nobody has made
    const words = ['init', '--config', list]
    expect(await run(words)).toMatchObject({ exit: 0, stderr: '' })
    expect(existsSync(join(inside, 'my/news/feeds.schema.json'))).toBe(true)
    const before = readFileSync(list, 'utf8')
    expect((await run(['sources', 'list', '--config', list])).stdout).toContain('un-news')
    const again = await run(words)
    expect(again).toMatchObject({ exit: 2, stdout: '' })
    expect(again.stderr).toMatch(
      /: exists already and is left as it is \(kaynak sources list shows it; --config names another file\)\n$/,
    )
    expect(readFileSync(list, 'utf8')).toBe(before)
  })
})

describe.skipIf(!isBuilt)('an error', () => {
  it.each<readonly [readonly string[], number, RegExp]>([
    [
      ['init', '--config', 'notes.txt/feeds.json'],
      2,
      /^kaynak: notes\.txt\/feeds\.json: its folder cannot be made: a file is in its place$/,
    ],
    [['run', '--config', 'bad.json'], 2, /^kaynak: bad\.json:1: title: .*\nkaynak: bad\.json:1: sources: expected a list/],
    [['run', '--state', 'notes.txt/x.db'], 4, /^kaynak: .*notes\.txt.*/],
    [['run', '--state', '.'], 4, /^kaynak: .*: expected a file for the state, got a directory$/],
    [['run', '--output', 'notes.txt'], 4, /^kaynak: .*notes\.txt/],
    [['run', '--only', 'x'], 2, /^kaynak: --only: there is no source "x" in the list \(kaynak sources list shows them all\)$/],
    [
      ['watch', '--config', 'none.json'],
      2,
      /^kaynak: none\.json: there is no such file \(kaynak init writes one to start from\)$/,
    ],
    [
      ['watch', '--listen', 'nowhere'],
      2,
      /^(.*\n)*kaynak: --listen: expected HOST:PORT such as 127\.0\.0\.1:8080, got "nowhere"$/,
    ],
    [['watch', '--console'], 2, /^kaynak: --console: needs --listen, such as --listen 127\.0\.0\.1:8080$/],
    [
      ['watch', '--log-level', 'loud'],
      2,
      /^error: option '--log-level <level>' argument 'loud' is invalid\. Allowed choices are debug, info, warn, error\./,
    ],
    [['serve', '--listen', '1:2:3:4'], 2, /^(.*\n)*kaynak: --listen: expected HOST:PORT/],
    [['status', '--now', 'noon'], 2, /^kaynak: --now: expected a moment such as 2026-11-25T12:00:00Z, got "noon"$/],
    [
      ['explain', 'nothing at all'],
      2,
      /^kaynak: nothing is known of "nothing at all": give an address, an id, or words of a title/,
    ],
    [['explain'], 2, /^error: missing required argument 'url-or-id'/],
    [['retract', 'x'], 2, /^kaynak: --reason: expected a few words for readers, such as --reason "names the wrong person"$/],
    [['retract', 'x', '--reason', 'wrong'], 2, /^kaynak: \.kaynak\/kaynak\.db: there is no such state/],
    [['prune'], 2, /^kaynak: --older-than: expected a duration such as 180d, got nothing$/],
    [['export', '--state', 'none.db'], 2, /^kaynak: none\.db: there is no such state: name it with --state/],
    [
      ['import', 'none.jsonl'],
      2,
      /^kaynak: none\.jsonl: cannot be read: there is no such file or folder \(nothing was imported\)$/,
    ],
    [
      ['completion', 'tcsh'],
      2,
      /^error: command-argument value 'tcsh' is invalid for argument 'shell'\. Allowed choices are bash, zsh, fish\./,
    ],
    [['topic', 'test', 'topic.json'], 2, /^kaynak: topic topic\.json: /],
    [['topic', 'test', 'none'], 2, /^kaynak: topic none: neither shipped \(.*syria.*\) nor a file that can be read$/],
    [['topic', 'audit', 'none.jsonl'], 2, /^kaynak: none\.jsonl: cannot be read: there is no such file or folder$/],
    [['topic', 'audit', 'notes.txt'], 2, /^kaynak: notes\.txt:1: /],
    [['topic', 'diff', 'syria'], 2, /^kaynak: \.kaynak\/kaynak\.db: there is no memory yet/],
    [['match', '--topic', 'none'], 2, /^kaynak: topic none: neither shipped/],
    [['work'], 2, /^kaynak: .*postgres/],
  ])('of %j is one that says what to do', async (words, exit, said) => {
    const ended = await run(words)
    expect(ended.stderr.trimEnd()).toMatch(said)
    expect({ exit: ended.exit, stdout: ended.stdout }).toEqual({ exit, stdout: '' })
  })
  it.each(['match', 'extract', 'attribute', 'cluster'])(
    'in a line for %s is answered in its place, and ends with 1',
    async (step) => {
      const { exit, stdout } = await run([step], { input: '{"id":7\n' })
      expect(exit).toBe(1)
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'bad-json' } })
    },
  )
  it.skipIf(process.platform === 'win32')('is none when the reader of a pipe has enough', async () => {
    const many = Array.from({ length: 20_000 }, (_, id) => `{"id":${id},"title":"Rain in Damascus","lang":"en"}\n`).join('')
    writeFileSync(join(folder, 'many.jsonl'), many)
    const script = `"${process.execPath}" "${MAIN}" match < many.jsonl | head -n 1; exit \${PIPESTATUS[0]}`
    const { exit, stdout, stderr } = await runProgram('bash', ['-c', script], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder },
    })
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ id: 0 })
  })
  it('of a variable names the option that it stands for', async () => {
    const ended = await run(['serve', '--quiet'], { env: { KAYNAK_LISTEN: 'nowhere' } })
    expect(ended).toMatchObject({ exit: 2 })
    expect(ended.stderr).toContain('--listen: expected HOST:PORT')
    const level = await run(['serve'], { env: { KAYNAK_LOG_LEVEL: 'loud' } })
    expect(level.stderr).toBe('kaynak: --log-level: expected one of debug, info, warn, error, got "loud"\n')
  })
})
