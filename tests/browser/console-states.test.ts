import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak, type Running, start } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'
import { CHROMIUM, openBrowser } from './open-browser.ts'

const NEEDS = CHROMIUM === undefined ? ' (needs Debian’s chromium)' : isBuilt ? '' : ' (needs npm run build)'
const ARABIC = 'افتتاح مكتبة عامة في دمشق'

let server: DatabaseServer
let browser: Browser
beforeAll(async () => {
  if (NEEDS !== '') return
  server = await databaseServer()
  browser = await openBrowser(CHROMIUM ?? '')
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

describe.skipIf(NEEDS !== '').each([
  ['SQLite', async (): Promise<string> => 'kaynak.db'],
  ['PostgreSQL', async (): Promise<string> => await server.fresh()],
] as const)(`the console on a state in %s${NEEDS}`, (kind, fresh) => {
  let folder: string
  let outlet: Site
  let running: Running
  let page: Page
  let base: string
  let state: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kaynak-console-'))
    outlet = await site()
    put(['Homs mends its clock', 'Knives of Damascus steel, tested', ARABIC])
    const post = { id: 'post', name: 'Morning Post', url: `${outlet.origin}/post.xml`, article: 'never' }
    const fetch = { allowPrivate: [outlet.host], gapMs: 0 }
    writeFileSync(join(folder, 'feeds.json'), JSON.stringify({ title: 'Ours', schedule: '0 3 * * *', fetch, sources: [post] }))
    state = await fresh()
    running = start(['watch', '--listen', '127.0.0.1:0', '--console', '--state', state], { cwd: folder, timeoutMs: 120_000 })
    const line: { url: string } = JSON.parse(await running.line('console.started'))
    base = line.url
    await running.said('pass.ended')
    page = await browser.newPage({ javaScriptEnabled: false })
  })
  afterEach(async () => {
    await page?.close()
    running.kill('SIGTERM')
    const { exit, stderr } = await running.ended
    expect({ exit, unexpected: stderr.includes('"level":"error"') }).toEqual({ exit: 0, unexpected: false })
    await outlet.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function put(titles: readonly string[]): void {
    const date = new Date(Date.now() - 3_600_000).toUTCString()
    const entries = titles.map((title, at) => ({ title, link: `https://post.example/${at}`, guid: `${at}`, date }))
    outlet.put('/post.xml', { body: rssText('Post', entries), type: 'application/rss+xml' })
  }

  it('lists sources and decisions, takes a label, and finds words in any case and script', async () => {
    await page.goto(base)
    const row = page.locator('tbody tr').first()
    expect(await row.textContent()).toMatch(/Morning Post post\s+read .*, 3 entries; due in /)
    expect(await row.locator('svg.spark').getAttribute('aria-label')).toBe('2 kept in 30 days, 2 of them today')
    await page.goto(`${base}decisions`)
    const knives = page.locator('.verdicts li', { hasText: 'Knives of Damascus steel' }).first()
    await knives.getByRole('button', { name: 'Right: not about it' }).click()
    expect(await page.locator('[role=status]').textContent()).toBe('Written down.')
    const label: unknown = JSON.parse(readFileSync(join(folder, 'labels.jsonl'), 'utf8'))
    expect(label).toMatchObject({ title: 'Knives of Damascus steel, tested', relevant: false })
    expect((await kaynak(['topic', 'test', '--labels', 'labels.jsonl'], { cwd: folder })).exit).toBe(0)
    expect(await titlesOf('show=dropped')).toEqual(['Knives of Damascus steel, tested'])
    expect(await titlesOf('q=HOMS')).toEqual(['Homs mends its clock'])
    expect(await titlesOf(`q=${encodeURIComponent('دمشق')}`)).toEqual([ARABIC])
    expect(await titlesOf(`q=${encodeURIComponent("%_' \\")}`)).toEqual([])
  })

  async function titlesOf(query: string): Promise<readonly string[]> {
    await page.goto(`${base}decisions?${query}`)
    return await page.locator('.verdicts .title').allInnerTexts()
  }

  it('pauses, resumes, and reads now what is new, which the state of everybody shows', async () => {
    await page.goto(`${base}source?id=post`)
    await page.getByRole('button', { name: 'Pause' }).click()
    expect(await page.locator('main').textContent()).toContain('switched off in feeds.json')
    await running.said('config.reloaded')
    await page.getByRole('button', { name: 'Resume' }).click()
    put(['Homs mends its clock', 'Raqqa plants trees'])
    await page.getByRole('button', { name: 'Read it now' }).click()
    await expect.poll(async () => await titlesOf('q=raqqa'), { timeout: 20_000 }).toEqual(['Raqqa plants trees'])
    const { exit, stdout } = await kaynak(['status', '--json', '--state', state], { cwd: folder })
    expect({ exit, stdout }).toMatchObject({ exit: 0, stdout: expect.stringContaining('"post"') })
    if (kind === 'PostgreSQL') await server.restart() // as for an update of the database: the console is there again with it
    await page.goto(base)
    expect(await page.locator('tbody tr').first().textContent()).toMatch(/Morning Post post\s+read .*, 2 entries/)
  })
})
