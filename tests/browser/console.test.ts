import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak, type Running, start } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'
import { CHROMIUM, openBrowser } from './open-browser.ts'

/** What of a title's markup survives its reading; the rest is shown in tests/unit/serve/console.test.ts. */
const ODD = 'Aleppo "opens" 3 < 4 libraries & a \'park\''
const ARABIC = 'افتتاح مكتبة عامة في دمشق'
const NEEDS = CHROMIUM === undefined ? ' (needs Debian’s chromium)' : isBuilt ? '' : ' (needs npm run build)'

let folder: string
let outlet: Site
let running: Running
let browser: Browser
let base: string

/** As a person keeps it: remarks, odd spaces, an entry on one line and one on several. */
function list(): string {
  return `{
  // ours
  "title": "Our newsroom", "schedule": "0 3 * * *",
  "fetch": { "allowPrivate": ["${outlet.host}"], "gapMs": 0 },
  "sources": [
    { "id": "post",  "name": "Morning Post", "url": "${outlet.origin}/post.xml", "article": "never" }, // the first
    {
      "id": "sabah",
      "name": "صحيفة الصباح", // as they write it
      "url": "${outlet.origin}/sabah.xml",
      "language": "ar",
      "article": "never"
    }
  ]
}
`
}

function written(): string {
  return readFileSync(join(folder, 'feeds.json'), 'utf8')
}

beforeAll(async () => {
  if (NEEDS !== '') return
  folder = mkdtempSync(join(tmpdir(), 'kaynak-console-'))
  outlet = await site()
  const date = new Date(Date.now() - 3_600_000).toUTCString()
  const feed = (title: string, titles: readonly string[]): void =>
    outlet.put(`/${title}.xml`, {
      body: rssText(
        title,
        titles.map((one, at) => ({ title: one, link: `https://${title}.example/${at}`, guid: `${at}`, date })),
      ),
      type: 'application/rss+xml',
    })
  feed('post', [ODD, 'Homs mends its clock', 'Knives of Damascus steel, tested', 'Rain on Sunday'])
  feed('sabah', [ARABIC])
  feed('star', ['Raqqa plants trees', 'Rain on Sunday'])
  outlet.put('/star/', {
    body: '<!doctype html><title>Star</title><link rel="alternate" type="application/rss+xml" href="/star.xml" title="Evening Star">',
    type: 'text/html',
  })
  writeFileSync(join(folder, 'feeds.json'), list())
  running = start(['watch', '--listen', '127.0.0.1:0', '--console'], { cwd: folder, timeoutMs: 600_000 })
  const line: { url: string } = JSON.parse(await running.line('console.started'))
  base = line.url
  await running.said('pass.ended')
  browser = await openBrowser(CHROMIUM ?? '')
})

afterAll(async () => {
  await browser?.close()
  running?.kill('SIGTERM')
  await running?.ended
  await outlet?.close()
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})

type Opened = AsyncDisposable & { readonly page: Page; readonly complaints: readonly string[] }

async function open(path: string, options: BrowserContextOptions = { javaScriptEnabled: false }): Promise<Opened> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(25_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (problem) => complaints.push(problem.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) complaints.push(request.url())
  })
  await page.goto(`${base}${path}`)
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() }
}

/** What axe finds in the way of people, by rule, each with the first place. */
async function barriers(page: Page): Promise<unknown> {
  await page.addScriptTag({ content: await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8') })
  return await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))')
}

describe.skipIf(NEEDS !== '')(`the console, in Chromium over the built program${NEEDS}`, () => {
  describe.each(['', 'add', 'source?id=sabah', 'decisions', 'remove?id=post'])('%s', (path) => {
    it.each([
      ['a desktop', 1280, 'light'],
      ['a desktop', 1280, 'dark'],
      ['a phone', 360, 'light'],
      ['a phone', 360, 'dark'],
    ] as const)('on %s (%i px, %s) fits, asks no host and has no barrier that axe knows', async (_, width, colorScheme) => {
      await using opened = await open(path, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
      const { page, complaints } = opened
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      expect(await barriers(page)).toEqual([])
      expect(complaints).toEqual([])
    })
  })

  it('shows every source with its health, its next reading and what it kept, under a policy that nothing breaks', async () => {
    await using opened = await open('', {})
    const { page, complaints } = opened
    const row = page.locator('tbody tr').first()
    expect(await row.textContent()).toMatch(/Morning Post post\s+read .*, 4 entries; due in \S+ \S+/)
    expect(await row.locator('time').count()).toBe(2)
    expect(await row.locator('svg.spark').getAttribute('aria-label')).toBe('2 kept in 30 days, 2 of them today')
    const name = page.locator('tbody tr').nth(1).locator('th bdi')
    expect(await name.getAttribute('dir')).toBe('auto')
    expect(await name.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    expect(await page.title()).toBe('Sources · Our newsroom')
    expect(complaints).toEqual([])
  })

  it('filters and sorts by its address, without a script', async () => {
    await using opened = await open('')
    const { page } = opened
    await page.fill('#q', 'sab')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.locator('tbody tr').count()).toBe(1)
    await page.goto(`${base}?sort=name`)
    expect(await page.locator('tbody th a').allInnerTexts()).toEqual(['Morning Post', 'صحيفة الصباح'])
    await page.goto(`${base}?level=ill`)
    expect(await page.locator('main').textContent()).toContain('No source is like that.')
  })

  it('shows decisions with their reasons, a feed’s markup as words, and writes labels that topic test runs', async () => {
    await using opened = await open('decisions?source=post')
    const { page } = opened
    const odd = page.locator('.verdicts li', { hasText: ODD }).first()
    await odd.locator('summary').click()
    expect(await odd.textContent()).toMatch(/\+3 aleppo/)
    await odd.getByRole('button', { name: 'Right: about the topic' }).click()
    expect(await page.locator('[role=status]').textContent()).toBe('Written down.')
    const knives = page.locator('.verdicts li', { hasText: 'Knives of Damascus steel' }).first()
    await knives.getByRole('button', { name: 'Right: not about it' }).click()
    expect(await knives.getByRole('button', { name: 'Right' }).getAttribute('aria-pressed')).toBe('true')
    const clock = page.locator('.verdicts li', { hasText: 'Homs mends' }).first()
    await clock.getByRole('button', { name: 'Wrong: not about it' }).click()
    expect(await clock.textContent()).toContain('You said: the verdict is wrong.')
    const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8').trimEnd().split('\n')
    expect(labels.map((line): unknown => JSON.parse(line))).toMatchObject([
      { title: ODD, relevant: true },
      { title: 'Knives of Damascus steel, tested', relevant: false },
      { title: 'Homs mends its clock', relevant: false, decided: true },
    ])
    const tested = await kaynak(['topic', 'test', '--labels', 'labels.jsonl'], { cwd: folder })
    expect(tested.exit).toBe(1)
    expect(tested.stdout).toContain('expected to be dropped')
    expect(tested.stdout).toContain('labels.jsonl by syria: 3 labels, 1 failed')
    await clock.getByRole('button', { name: 'Right: about the topic' }).click()
    expect((await kaynak(['topic', 'test', '--labels', 'labels.jsonl'], { cwd: folder })).exit).toBe(0)
  })

  it('finds a decision by words of its title, and shows only what was dropped', async () => {
    await using opened = await open('decisions?show=dropped')
    const { page } = opened
    expect(await page.locator('.verdicts .title').allInnerTexts()).toEqual(['Knives of Damascus steel, tested'])
    await page.goto(`${base}decisions?q=${encodeURIComponent('دمشق')}`)
    expect(await page.locator('.verdicts .title').allInnerTexts()).toEqual([ARABIC])
  })

  it('edits an entry in place, pauses and resumes it, and the daemon takes it up', async () => {
    await using opened = await open('source?id=sabah')
    const { page } = opened
    await page.fill('#country', 'SY')
    await page.selectOption('#ownership', 'independent')
    await page.fill('#every', '2h')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.locator('[role=status]').textContent()).toBe('Saved.')
    const edited = list().replace(
      '"article": "never"\n    }',
      '"article": "never",\n      "country": "SY",\n      "ownership": "independent",\n      "every": "2h"\n    }',
    )
    expect(written()).toBe(edited)
    await running.said('config.reloaded')
    await page.getByRole('button', { name: 'Pause' }).click()
    expect(await page.locator('main').textContent()).toContain('switched off in feeds.json')
    expect(written()).toContain('"every": "2h",\n      "enabled": false\n    }')
    await page.getByRole('button', { name: 'Resume' }).click()
    expect(await page.locator('[role=status]').textContent()).toContain('read again')
    await page.fill('#country', '')
    await page.selectOption('#ownership', '')
    await page.fill('#every', '')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(written()).toBe(list().replace('"article": "never"\n    }', '"article": "never",\n      "enabled": true\n    }'))
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.locator('[role=status]').textContent()).toContain('Nothing was different')
  })

  it('says what is wrong by the field and writes nothing', async () => {
    await using opened = await open('source?id=post')
    const { page } = opened
    const before = written()
    await page.fill('#every', 'often')
    await page.fill('#language', 'Arabic!')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.locator('#every-fault').textContent()).toContain('expected a duration')
    expect(await page.locator('#language-fault').textContent()).toContain('expected a language tag')
    expect(await page.inputValue('#every')).toBe('often')
    expect(written()).toBe(before)
  })

  it('loses no change that somebody made by hand meanwhile', async () => {
    await using opened = await open('source?id=post')
    const { page } = opened
    const before = written()
    const byHand = before.replace('"Morning Post"', '"Morning Post & Mail"')
    writeFileSync(join(folder, 'feeds.json'), byHand)
    await page.fill('#every', '3h')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.locator('[role=alert]').textContent()).toMatch(/Somebody else changed this entry.*every “3h”/)
    expect(await page.inputValue('#name')).toBe('Morning Post & Mail')
    expect(written()).toBe(byHand)
    await page.fill('#every', '3h')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(written()).toBe(byHand.replace('"article": "never" }', '"article": "never", "every": "3h" }'))
    writeFileSync(join(folder, 'feeds.json'), before)
  })

  it('adds a source: finds its feed, shows what it would bring and why, and writes what was put right', async () => {
    await using opened = await open('add')
    const { page } = opened
    await page.fill('#address', `${outlet.origin}/star/`)
    await page.getByRole('button', { name: 'Look at it' }).click()
    expect(await page.locator('main').textContent()).toContain('1 of its 2 entries would be kept now.')
    expect(await page.locator('.verdicts').textContent()).toContain('Raqqa plants trees')
    expect(await page.inputValue('#url')).toBe(`${outlet.origin}/star.xml`)
    const before = written()
    await page.fill('#id', 'Not an id')
    await page.getByRole('button', { name: 'Write it' }).click()
    expect(await page.locator('#id-fault').textContent()).toContain('expected 1 to 64 of a-z')
    expect(written()).toBe(before)
    await page.fill('#id', 'star')
    await page.fill('#name', 'Evening Star')
    await page.selectOption('#ownership', 'public')
    await page.getByRole('button', { name: 'Write it' }).click()
    expect(new URL(page.url()).search).toContain('id=star')
    expect(written()).toContain(
      `    {\n      "id": "star",\n      "name": "Evening Star",\n      "url": "${outlet.origin}/star.xml"`,
    )
    await page.getByRole('button', { name: 'Read it now' }).click()
    await outlet.asked('/star.xml')
    await expect
      .poll(async () => {
        await page.reload()
        return await page.locator('main').textContent()
      })
      .toContain('Raqqa plants trees')
    await page.goto(`${base}add`)
    await page.fill('#address', `${outlet.origin}/star/`)
    await page.getByRole('button', { name: 'Look at it' }).click()
    expect(await page.locator('[role=alert]').textContent()).toContain('is watched already, as star')
  })

  it.each([
    [1280, 'light'],
    [360, 'dark'],
  ] as const)('has no barrier in what follows a form either (%i px, %s)', async (width, colorScheme) => {
    await using opened = await open('add', { viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
    const { page } = opened
    await page.fill('#address', 'nowhere at all')
    await page.getByRole('button', { name: 'Look at it' }).click()
    await page.locator('[role=alert]').waitFor()
    expect(await barriers(page)).toEqual([])
    outlet.put('/moon.xml', { body: rssText('Moon', [{ title: ARABIC }, { title: 'Homs sings' }]), type: 'application/rss+xml' })
    await page.fill('#address', `${outlet.origin}/moon.xml`)
    await page.getByRole('button', { name: 'Look at it' }).click()
    await page.fill('#id', 'Moon!')
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Write it' }).click()
    await page.locator('#id-fault').waitFor()
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(await barriers(page)).toEqual([])
  })

  it('is worked by the keyboard alone', async () => {
    await using opened = await open('', {})
    const { page } = opened
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.id')).toBe('q')
    await page.keyboard.type('post')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/?q=post**')
    expect(await page.locator('tbody tr').count()).toBe(1)
  })

  it('checks a source now, and removes one after asking once more', async () => {
    await using opened = await open('source?id=sabah')
    const { page } = opened
    await page.getByRole('button', { name: 'Check now' }).click()
    expect(await page.locator('[role=status]').textContent()).toMatch(/^Tried now: 1 entry, the newest of /)
    await page.getByRole('link', { name: 'Remove…' }).click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    expect(await page.locator('[role=status]').textContent()).toBe('Its entry has left the list.')
    expect(written()).not.toContain('sabah')
    expect(written()).toContain('// ours')
  })

  it('is no use to another site: its form, its frame and its rebound name are refused', async () => {
    const before = written()
    const { port } = new URL(base)
    outlet.put('/evil.html', {
      body: `<!doctype html><title>evil</title><form method="post" action="${base}pause?id=post"><input name="version" value="x"><button>go</button></form><iframe src="${base}"></iframe>`,
      type: 'text/html',
    })
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${outlet.origin}/evil.html`)
    expect(await page.frames()[1]?.locator('h2').count()).toBe(0)
    const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === 'POST'), page.click('button')])
    expect(answer.status()).toBe(403)
    await context.close()
    const rebound = await openBrowser(CHROMIUM ?? '', [`--host-resolver-rules=MAP evil.example 127.0.0.1`])
    const visitor = await rebound.newPage()
    const reached = await visitor.goto(`http://evil.example:${port}/console/`)
    expect(reached?.status()).toBe(403)
    expect(await visitor.content()).not.toContain('Morning Post')
    await rebound.close()
    expect(written()).toBe(before)
  })

  it('says what is wrong with a damaged list, with its line, and works again when it is mended', async () => {
    const before = written()
    writeFileSync(join(folder, 'feeds.json'), `${before}{`)
    await using opened = await open('')
    const { page } = opened
    expect(await page.locator('main').textContent()).toMatch(/feeds\.json:\d+: not valid JSON/)
    await running.said('config.rejected')
    writeFileSync(join(folder, 'feeds.json'), before)
    await page.reload()
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
  })
})

describe.skipIf(NEEDS !== '')(`the console behind a token, in Chromium${NEEDS}`, () => {
  it('asks for the token, lets in whoever has it, and lets them out again', async () => {
    const guarded = start(['watch', '--listen', '127.0.0.1:0', '--console'], {
      cwd: folder,
      env: { KAYNAK_CONSOLE_TOKEN: 'an operator’s long token', KAYNAK_STATE: 'other.db' },
    })
    const { url }: { url: string } = JSON.parse(await guarded.line('console.started'))
    const page = await browser.newPage({ bypassCSP: true })
    await page.goto(url)
    expect(new URL(page.url()).pathname).toBe('/console/login')
    expect(await barriers(page)).toEqual([])
    await page.fill('#token', 'wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.locator('[role=alert]').textContent()).toContain('That is not the token')
    await page.fill('#token', 'an operator’s long token')
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.title()).toBe('Sources · Our newsroom')
    expect(await page.evaluate('document.cookie')).toBe('')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(url)
    expect(new URL(page.url()).pathname).toBe('/console/login')
    await page.close()
    guarded.kill('SIGTERM')
    expect((await guarded.ended).exit).toBe(0)
  })

  it.each([
    [['--listen', '0.0.0.0:0', '--console'], {}, 'set KAYNAK_CONSOLE_TOKEN'],
    [['--console'], {}, 'needs --listen'],
    [['--listen', '127.0.0.1:0', '--console'], { KAYNAK_CONSOLE_TOKEN: 'short' }, 'expected at least 16 characters'],
  ])('is not started by %j, which would let anybody in', async (words, env, why) => {
    const { exit, stderr } = await kaynak(['watch', ...words], { cwd: folder, env })
    expect(exit).toBe(2)
    expect(stderr).toContain(why)
  })
})
