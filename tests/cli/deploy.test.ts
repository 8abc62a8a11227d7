import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scheduleProblem } from '../../src/schedule/index.ts'
import { rssText } from '../helpers/feed-text.ts'
import { installation, ROOT } from '../helpers/installation.ts'
import { isBuilt } from '../helpers/program.ts'
import { run } from '../helpers/run.ts'
import { type Site, site } from '../helpers/site.ts'
import { tool } from '../helpers/tool.ts'

const text = (name: string) => readFileSync(join(ROOT, 'deploy', name), 'utf8')
const PATH = `/usr/bin:/bin`

let outlet: Site
let folder: string
beforeEach(async () => {
  outlet = await site()
  outlet.put('/a.xml', {
    body: rssText('A', [{ title: 'Rain in Damascus', guid: '1', link: 'https://outlet.example/1' }]),
    type: 'application/rss+xml',
  })
  const sources = [{ id: 'a', name: 'A', url: `${outlet.origin}/a.xml`, article: 'never' }]
  folder = installation({ title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources })
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

describe('deploy/crontab', () => {
  const lines = text('crontab')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const jobs = lines.flatMap((line) => {
    const [, schedule = '', command = ''] = /^((?:\S+ ){5})(.+)$/.exec(line) ?? []
    return schedule === '' ? [] : [{ schedule: schedule.trim(), command }]
  })

  it('holds a variable and jobs, and nothing that cron reads otherwise', () => {
    expect(lines.filter((line) => /^[A-Z]+=/.test(line))).toEqual(['MAILTO=editor@example.org'])
    expect(jobs).toHaveLength(lines.length - 1)
    for (const { schedule, command } of jobs) {
      expect(scheduleProblem(schedule)).toBeUndefined()
      expect(command).not.toContain('%') // cron makes lines of it
    }
  })
  it.skipIf(!isBuilt)('has jobs that work as cron would run them, and stay silent (needs dist)', async () => {
    for (const { command } of jobs) {
      const here = command.replace('/srv/kaynak', folder)
      expect(here).not.toBe(command)
      expect(await run('/bin/sh', ['-c', here], { cwd: '/', env: { PATH } })).toEqual({ exit: 0, stdout: '', stderr: '' })
    }
    expect(existsSync(join(folder, 'output/feed.xml'))).toBe(true)
    expect(readFileSync(join(folder, 'backup.jsonl'), 'utf8')).toContain('Rain in Damascus')
  })
})

describe('deploy/systemd', () => {
  const names = readdirSync(join(ROOT, 'deploy/systemd')).sort()
  const systemd = tool('systemd-analyze')

  /** The units in a folder of their own, of an installation that is there. */
  function units(): string {
    const target = join(folder, 'units')
    mkdirSync(target)
    for (const name of names) writeFileSync(join(target, name), text(`systemd/${name}`).replaceAll('/opt/kaynak', folder))
    return target
  }

  it('has a service for each timer', () => {
    expect(names).toEqual([
      'kaynak-check.service',
      'kaynak-check.timer',
      'kaynak-watch.service',
      'kaynak.service',
      'kaynak.timer',
    ])
  })
  it.skipIf(!systemd.isInstalled)('is read by systemd without a complaint (needs systemd-analyze)', () => {
    const target = units()
    for (const name of names) {
      const checked = systemd.run(['verify', '--man=no', join(target, name)])
      expect({ name, status: checked.status, stderr: checked.stderr }).toEqual({ name, status: 0, stderr: '' })
    }
  })
  it.skipIf(!systemd.isInstalled).each(names.filter((name) => name.endsWith('.service')))(
    '%s is exposed little (needs systemd-analyze)',
    (name) => {
      expect(systemd.run(['security', '--offline=true', '--threshold=20', join(units(), name)])).toMatchObject({ status: 0 })
    },
  )
  it.skipIf(!systemd.isInstalled).each(names.filter((name) => name.endsWith('.timer')))(
    '%s names times that there are (needs systemd-analyze)',
    (name) => {
      const when = /^OnCalendar=(.*)$/m.exec(text(`systemd/${name}`))?.[1] ?? ''
      expect(systemd.run(['calendar', when])).toMatchObject({ status: 0 })
    },
  )
  it('has, beside it, the command on the newsroom of the units: their files, their program', () => {
    const command = text('kaynak')
    const unit = text('systemd/kaynak.service')
    const settings = [...command.matchAll(/^export (.*)$/gm)].map(([, setting]) => setting)
    expect(settings).toEqual([...unit.matchAll(/^Environment=(.*)$/gm)].map(([, setting]) => setting))
    expect(/^exec (.*) "\$@"$/m.exec(command)?.[1]).toBe(/^ExecStart=(.*) run --quiet$/m.exec(unit)?.[1])
    expect(spawnSync('/bin/sh', ['-n', join(ROOT, 'deploy/kaynak')]).status).toBe(0)
  })
  it.skipIf(!isBuilt)('has commands that work in the environment of the units (needs dist)', async () => {
    for (const name of ['kaynak.service', 'kaynak-check.service']) {
      const unit = text(`systemd/${name}`)
        .replaceAll('/opt/kaynak', folder)
        .replaceAll('/var/lib/kaynak', join(folder, 'var'))
        .replaceAll('/etc/kaynak', folder)
      mkdirSync(join(folder, 'var'), { recursive: true })
      const env = Object.fromEntries(
        [...unit.matchAll(/^Environment=([A-Z_]+)=(.*)$/gm)].map(([, key = '', value]) => [key, value]),
      )
      const [program = '', ...words] = /^ExecStart=(.*)$/m.exec(unit)?.[1]?.split(' ') ?? []
      expect(await run(program, words, { cwd: join(folder, 'var'), env: { PATH, ...env } })).toEqual({
        exit: 0,
        stdout: '',
        stderr: '',
      })
    }
    expect(readdirSync(join(folder, 'var')).sort()).toEqual(expect.arrayContaining(['kaynak.db', 'output']))
  })
})

describe('deploy/Dockerfile', () => {
  const lines = text('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }))
  const of = (word: string) => lines.filter((line) => line.word === word).map(({ rest }) => rest)
  const copied = of('COPY')
    .filter((rest) => !rest.startsWith('--from'))
    .flatMap((rest) => rest.split(' ').slice(0, -1))

  it('knows only instructions that there are', () => {
    const known = [
      'FROM',
      'WORKDIR',
      'COPY',
      'RUN',
      'ENV',
      'USER',
      'VOLUME',
      'EXPOSE',
      'HEALTHCHECK',
      'STOPSIGNAL',
      'ENTRYPOINT',
      'CMD',
    ]
    expect(lines.filter(({ word }) => !known.includes(word))).toEqual([])
  })
  it('stands on the Node that the repository pins, by its whole version', () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'node_modules/node/package.json'), 'utf8'))
    expect(of('FROM').map((rest) => rest.split(' ')[0])).toEqual(Array(2).fill(`node:${version}-bookworm-slim`))
  })
  it('runs as nobody special and holds no secret', () => {
    expect(of('USER')).toEqual(['node'])
    expect(lines.findIndex(({ word }) => word === 'USER')).toBeGreaterThan(lines.findLastIndex(({ word }) => word === 'RUN'))
    expect(text('Dockerfile')).not.toMatch(/password|secret|token/i)
  })
  it('copies what is there and what .dockerignore lets through, and nothing else is let through', () => {
    const let_ = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    expect(let_[0]).toBe('*')
    expect(
      let_
        .slice(1)
        .map((line) => line.replace(/^!/, ''))
        .sort(),
    ).toEqual([...copied].sort())
    for (const name of copied) expect(existsSync(join(ROOT, name))).toBe(true)
  })
  it.skipIf(!isBuilt)('has commands in JSON form that the program knows (needs dist)', async () => {
    const forms = [...of('ENTRYPOINT'), ...of('CMD'), ...of('HEALTHCHECK').map((rest) => rest.slice(rest.indexOf('CMD') + 3))]
    const [entry, command, health] = forms.map((form): string[] => JSON.parse(form))
    expect(entry).toEqual(['kaynak'])
    const help = await run(process.execPath, [join(ROOT, 'dist/main.js'), command?.[0] ?? '', '--help'], {
      cwd: folder,
      env: { PATH },
    })
    expect(help.stdout).toContain(command?.[1])
    expect(health?.slice(0, 2)).toEqual(['node', '--eval'])
    const asked = await run(process.execPath, health?.slice(1) ?? [], { cwd: folder, env: { PATH } })
    expect(asked).toMatchObject({ exit: 1, stderr: '' }) // nobody listens here
  })
  it.skipIf(!isBuilt)(
    'leaves a program that runs on what it copies: built files, package.json, production packages (needs dist)',
    async () => {
      const image = mkdtempSync(join(tmpdir(), 'kaynak-image-'))
      try {
        productionOnly(image)
        const ended = await run(process.execPath, ['dist/main.js', 'run', '--quiet'], { cwd: image, env: { PATH } })
        expect(ended).toEqual({ exit: 0, stdout: '', stderr: '' })
        expect(existsSync(join(image, 'output/feed.xml'))).toBe(true)
      } finally {
        rmSync(image, { recursive: true, force: true })
      }
    },
  )

  /** dist and package.json copied, of the packages only those that `npm prune --omit=dev` leaves. */
  function productionOnly(image: string): void {
    const lock: { packages: Record<string, { dev?: boolean; optional?: boolean }> } = JSON.parse(
      readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
    )
    const kept = Object.entries(lock.packages)
      .filter(([path, { dev }]) => path.startsWith('node_modules/') && dev !== true && existsSync(join(ROOT, path)))
      .map(([path]) => path)
      .filter((path, _, all) => !all.some((other) => path.startsWith(`${other}/`)))
    for (const path of kept) {
      mkdirSync(join(image, path, '..'), { recursive: true })
      spawnSync('cp', ['-r', join(ROOT, path), join(image, path)])
    }
    for (const name of ['dist', 'package.json']) spawnSync('cp', ['-r', join(ROOT, name), join(image, name)])
    spawnSync('cp', [join(folder, 'feeds.json'), image])
  }
})
