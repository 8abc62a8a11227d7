import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scheduleProblem } from '../../src/schedule/index.ts'
import { rssText } from '../helpers/feed-text.ts'
import { installation, ROOT } from '../helpers/installation.ts'
import { ownCommands } from '../helpers/own-commands.ts'
import { isBuilt } from '../helpers/program.ts'
import { run } from '../helpers/run.ts'
import { type Site, site } from '../helpers/site.ts'
import { tool } from '../helpers/tool.ts'

type Step = {
  readonly name?: string
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}
type Workflow = {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] }
  readonly permissions: Readonly<Record<string, string>>
  readonly concurrency: { readonly 'cancel-in-progress': boolean }
  readonly jobs: Readonly<Record<string, { readonly 'timeout-minutes': number; readonly steps: readonly Step[] }>>
}
type Service = Readonly<Record<string, unknown>> & {
  readonly image: string
  readonly build?: Readonly<Record<string, string>>
  readonly healthcheck?: { readonly test?: readonly string[] }
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, unknown>>
}
type Compose = Readonly<Record<string, unknown>> & {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}

const read = (name: string) => readFileSync(join(ROOT, 'deploy', name), 'utf8')
const keys = (value: object) => Object.keys(value).sort()

describe('deploy/github-actions/kaynak.yml', () => {
  const workflow: Workflow = parse(read('github-actions/kaynak.yml'))
  const job = workflow.jobs['pass']
  const steps = job?.steps ?? []
  let outlet: Site
  let folder = ''
  beforeEach(async () => {
    outlet = await site()
    outlet.put('/a.xml', {
      body: rssText('A', [{ title: 'Rain in Damascus', guid: '1', link: 'https://outlet.example/1' }]),
      type: 'application/rss+xml',
    })
  })
  afterEach(async () => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true })
    folder = ''
    await outlet.close()
  })

  it('has the keys that a workflow, a job and a step may have', () => {
    expect(keys(workflow)).toEqual(['concurrency', 'jobs', 'name', 'on', 'permissions'])
    expect(keys(job ?? {})).toEqual(['environment', 'runs-on', 'steps', 'timeout-minutes'])
    for (const step of steps) {
      expect(['name', 'id', 'uses', 'run', 'with', 'env', 'if']).toEqual(expect.arrayContaining(keys(step)))
      expect('uses' in step).not.toBe('run' in step)
    }
  })
  it('runs every hour, one pass at a time and not for ever, and may do no more than it must', () => {
    for (const { cron } of workflow.on.schedule) expect(scheduleProblem(cron)).toBeUndefined()
    expect(workflow.concurrency['cancel-in-progress']).toBe(false)
    expect(job?.['timeout-minutes']).toBeLessThanOrEqual(60)
    expect(workflow.permissions).toEqual({ contents: 'write', pages: 'write', 'id-token': 'write' })
  })
  it('uses the actions of GitHub itself, by their version, and holds no secret', () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/)
    expect(read('github-actions/kaynak.yml')).not.toContain('secrets.')
    const ids = steps.flatMap(({ id }) => id ?? [])
    for (const [, id = ''] of read('github-actions/kaynak.yml').matchAll(/steps\.([a-z]+)\.outputs/g)) expect(ids).toContain(id)
  })

  const git = tool('git')
  it.skipIf(!isBuilt || !git.isInstalled)('keeps the state from one pass to the next (needs dist, git)', async () => {
    const sources = [{ id: 'a', name: 'A', url: `${outlet.origin}/a.xml`, article: 'never' }]
    folder = installation({ title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources })
    const origin = join(folder, 'origin.git')
    const setUp = `git init --quiet --bare ${origin} && git init --quiet && git remote add origin ${origin}`
    await bash(setUp, folder)
    expect(await passOf(folder)).toContain('1 new item')
    const first = await tipOf()
    expect(await nextMachine(origin)).toContain('0 new items of 0 entries from 1 source')
    expect(outlet.requests.map(({ status }) => status)).toEqual([200, 304])
    expect(await tipOf()).not.toBe(first)
    const kept = await bash(`git --git-dir=${origin} ls-tree -r --name-only kaynak-state`, folder)
    expect(kept.split('\n')).toEqual(expect.arrayContaining(['output/feed.xml', 'output/index.html', 'state.jsonl.gz']))
    expect(await bash(`git --git-dir=${origin} rev-list --count kaynak-state`, folder)).toBe('1')

    async function tipOf(): Promise<string> {
      return await bash(`git --git-dir=${origin} rev-parse kaynak-state`, folder)
    }
  })

  /** The same pass an hour later, on a machine that has only the repository. */
  async function nextMachine(origin: string): Promise<string> {
    const again = installation(JSON.parse(readFileSync(join(folder, 'feeds.json'), 'utf8')))
    try {
      await bash(`git init --quiet && git remote add origin ${origin}`, again)
      const said = await passOf(again, new Date(Date.now() + 2 * 3_600_000).toISOString())
      expect(gunzipSync(readFileSync(join(again, 'state.jsonl.gz'))).toString()).toContain('Rain in Damascus')
      expect(readFileSync(join(again, 'output/feed.xml'), 'utf8')).toBe(readFileSync(join(folder, 'output/feed.xml'), 'utf8'))
      return said
    } finally {
      rmSync(again, { recursive: true, force: true })
    }
  }

  /** Every script of the workflow but the installation, as the runner would run them. */
  async function passOf(cwd: string, now?: string): Promise<string> {
    let said = ''
    for (const { run: script = '', env = {} } of steps) {
      if (script === '' || script === 'npm ci') continue
      const own = Object.fromEntries(
        Object.entries(env).map(([key, value]) => [key, value.replace(/\$\{\{.*?\}\}/g, 'https://news.example.org/kaynak')]),
      )
      said += await bash(script, cwd, { ...own, ...(now === undefined ? {} : { KAYNAK_NOW: now }) })
    }
    return said
  }

  async function bash(script: string, cwd: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
    const env = {
      PATH: `${process.execPath.replace(/\/[^/]+$/, '')}:/usr/local/bin:/usr/bin:/bin`,
      HOME: cwd,
      RUNNER_TEMP: cwd,
      ...more,
    }
    const own = script.replaceAll('npx kaynak', `${process.execPath} ${join(cwd, 'dist/main.js')}`) // npx would ask a registry here
    const ended = await run('bash', ['-e', '-o', 'pipefail', '-c', own], { cwd, env })
    expect({ script, exit: ended.exit, stderr: ended.exit === 0 ? '' : ended.stderr }).toEqual({ script, exit: 0, stderr: '' })
    return ended.stdout.trim()
  }
})

describe('deploy/compose.yaml', () => {
  const compose: Compose = parse(read('compose.yaml'), { merge: true })
  const services = Object.entries(compose.services)

  it('has the keys that a compose file and its services may have', () => {
    expect(keys(compose)).toEqual(['name', 'services', 'volumes', 'x-kaynak'])
    const allowed = [
      ...['image', 'build', 'restart', 'init', 'read_only', 'cap_drop', 'security_opt', 'tmpfs', 'environment', 'volumes'],
      ...['depends_on', 'command', 'healthcheck', 'stop_grace_period', 'deploy', 'ports'],
    ]
    for (const [, service] of services) expect(allowed).toEqual(expect.arrayContaining(keys(service)))
  })
  it('names services, volumes, and one folder, that of the list, which its own first lines make', () => {
    for (const [, { depends_on = {}, volumes = [] }] of services) {
      for (const name of Object.keys(depends_on)) expect(compose.services).toHaveProperty(name)
      for (const volume of volumes) {
        const [from = ''] = volume.split(':')
        if (from.startsWith('.')) expect(volume).toBe('./news:/etc/kaynak:ro')
        else expect(compose.volumes).toHaveProperty(from)
      }
    }
    expect(existsSync(join(ROOT, 'deploy/Dockerfile'))).toBe(true)
    const made = 'install -D -m 644 -t deploy/news feeds.json feeds.schema.json'
    expect(read('compose.yaml')).toContain(made)
    expect(readFileSync(join(ROOT, 'docs/operating.md'), 'utf8')).toContain(made)
    expect(read('../.gitignore').split('\n')).toEqual(expect.arrayContaining(['/deploy/.env', '/deploy/news/']))
  })
  it('builds its own image wherever it uses it, so that none is asked of a registry', () => {
    for (const [, { image, build }] of services)
      expect(build).toEqual(image === 'kaynak' ? { context: '..', dockerfile: 'deploy/Dockerfile' } : undefined)
  })
  it('calls the database ready when others can reach it: over TCP', () => {
    expect(compose.services['db']?.healthcheck?.test).toContain('--host=127.0.0.1')
  })
  it('pins foreign images by their whole version, listens on this machine only, and takes its password from outside', () => {
    for (const [, { image, ports = [] }] of services) {
      if (image !== 'kaynak') expect(image).toMatch(/^[a-z]+:\d+\.\d+-[a-z]+$/)
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
    }
    for (const [, { environment = {} }] of services)
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD/.test(name)) expect(value).toMatch(/^\$\{KAYNAK_DB_PASSWORD:\?/)
  })
  const nodes = ownCommands()
  const hasFleet = nodes.some(({ path }) => path.join(' ') === 'work')
  it.skipIf(!hasFleet)('gives commands and options that the program knows (needs kaynak work)', () => {
    for (const [, { image, command = [] }] of services) {
      if (image !== 'kaynak') continue
      const node = nodes.find(({ path }) => path.join(' ') === command[0])
      expect(node?.path).toEqual([command[0]])
      const known = node?.flags.flatMap(({ names }) => names) ?? []
      for (const word of command) if (word.startsWith('-')) expect(known).toContain(word)
    }
  })
})
