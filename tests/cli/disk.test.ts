import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak, MAIN } from '../helpers/program.ts'
import { run } from '../helpers/run.ts'
import { type Site, site } from '../helpers/site.ts'
import { temporaryDirectory } from '../helpers/temporary-directory.ts'

let folder: string
let outlet: Site

const NOW = '2026-11-20T12:00:00Z'
const isRoot = process.getuid?.() === 0
const canMount = isRoot && process.platform === 'linux' && isMountable()
if (!canMount) console.warn('SKIPPED: disks of a few kilobytes need root on Linux')

/** Containers may forbid it even to root. */
function isMountable(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A disk of its own under a name, with these options of mount. */
function disk(name: string, options: string): string {
  const path = join(folder, name)
  mkdirSync(path, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path])
  onTestFinished(() => void execFileSync('umount', [path]))
  return path
}

function fill(path: string): void {
  execFileSync('sh', ['-c', `cat /dev/zero > ${path}/fill 2> /dev/null || true`])
}

beforeEach(async () => {
  folder = await temporaryDirectory()
  outlet = await site()
  const text = 'A public library opened in the Syrian capital on Friday.'
  const item = { title: 'Damascus opens a library', link: 'https://outlet.example/library', guid: '1', text }
  outlet.put('/a.xml', { body: rssText('A', [item]), type: 'application/rss+xml' })
  const sources = [{ id: 'a', name: 'A', url: `${outlet.origin}/a.xml`, article: 'never' }]
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources }),
  )
})

afterEach(async () => {
  await outlet.close()
})

/** The pass refuses: one clear line that names the place and the reason, exit 4, and nobody was asked. */
async function refuses(words: RegExp): Promise<void> {
  const asked = outlet.requests.length
  const { exit, stderr, stdout } = await kaynak(['run', '--now', NOW, '--force'], { cwd: folder })
  expect(stderr).toMatch(words)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' })
  expect(outlet.requests).toHaveLength(asked)
}

async function passes(): Promise<void> {
  expect(await kaynak(['run', '--now', NOW, '--quiet'], { cwd: folder })).toMatchObject({ exit: 0, stderr: '' })
  expect(readFileSync(join(folder, 'output/feed.xml'), 'utf8')).toContain('Damascus opens a library')
}

describe.skipIf(!isBuilt || !canMount)('kaynak run, before it asks anyone', () => {
  it.each([
    ['output', /output: cannot be written \(the disk is full\)/],
    ['.kaynak', /\.kaynak\/kaynak\.db: the disk (is full|failed)/],
  ])('finds that the disk of %s is full, and works once there is room', async (name, words) => {
    const path = disk(name, 'size=512k')
    fill(path)
    await refuses(words)
    rmSync(join(path, 'fill'))
    await passes()
  })

  it.each([
    ['output', /output: cannot be written \(the file system is read-only\)/],
    ['.kaynak', /\.kaynak\/kaynak\.db: cannot be opened for writing/],
  ])('finds that the disk of %s is read-only', async (name, words) => {
    disk(name, 'ro')
    await refuses(words)
  })

  it('finds that the disk of a state that it has written can be written no more', async () => {
    const path = disk('.kaynak', 'size=2m')
    await passes()
    execFileSync('mount', ['-o', 'remount,ro', path])
    await refuses(/\.kaynak\/kaynak\.db/)
    execFileSync('mount', ['-o', 'remount,rw', path])
    fill(path)
    await refuses(/\.kaynak\/kaynak\.db: the disk (is full|failed)/)
    rmSync(join(path, 'fill'))
    await passes()
  })
})

describe.skipIf(!isBuilt || !canMount)('kaynak run on a disk that fills while it writes', () => {
  it('leaves what was published as it was, and no temporary file', async () => {
    const path = disk('output', 'size=64k')
    const { exit, stderr } = await kaynak(['run', '--now', NOW], { cwd: folder })
    expect(stderr).toMatch(/cannot be written \(the disk is full\)/)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(exit).toBe(4)
    const left = readdirSync(path, { recursive: true, encoding: 'utf8' })
    expect(left.filter((name) => name.endsWith('.tmp') || name.endsWith('.xml'))).toEqual([])
    execFileSync('mount', ['-o', 'remount,size=2m', path])
    await passes()
  })
})

describe.skipIf(!isBuilt || !existsSync('/dev/full'))('kaynak with its results on a full disk', () => {
  it.each([[['run', '--now', NOW]], [['--version']], [['--help']]])('says so in one line, and exits 4: %j', async (words) => {
    const { exit, stderr } = await run('sh', ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, MAIN, ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    })
    expect(stderr).toMatch(
      words[0] === '--version' ? /^$/ : /^kaynak: what this command prints cannot be written \(the disk is full\)\n$/,
    )
    expect(exit).toBe(4)
  })

  it('does its work although nobody can be told of trouble', async () => {
    const words = ['run', '--now', NOW, '--quiet', '--only', 'a']
    const { exit } = await run('sh', ['-c', 'exec "$@" 2> /dev/full', 'sh', process.execPath, MAIN, ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'] },
    })
    expect(exit).toBe(0)
    expect(existsSync(join(folder, 'output/feed.xml'))).toBe(true)
  })
})

describe.skipIf(!isBuilt || isRoot)('kaynak run in folders that it may not write', () => {
  it.each([['output'], ['.kaynak']])('finds it before it asks anyone: %s', async (name) => {
    mkdirSync(join(folder, name))
    chmodSync(join(folder, name), 0o500)
    await refuses(new RegExp(name.replace('.', '\\.')))
  })
})
