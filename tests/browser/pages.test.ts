import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Story } from '../../src/model/index.ts'
import { publish } from '../../src/publish/index.ts'
import { makeItem, makeStory } from '../helpers/make-item.ts'
import { makePublication, makeSourceView } from '../helpers/make-publication.ts'
import { CHROMIUM, openBrowser } from './open-browser.ts'

const VIEWS = [
  ['phone', 390, 'light'],
  ['phone', 390, 'dark'],
  ['desktop', 1280, 'light'],
  ['desktop', 1280, 'dark'],
] as const
const PAGES = ['index.html', 'index.ar.html', 'sources.tr.html', 'bulletin/2026-11-24.html']

const OUTLETS = [
  [
    'morning-post',
    'Morning Post',
    'en',
    'independent',
    'Aid convoy reaches Aleppo',
    'A convoy of twenty lorries reached Aleppo.',
  ],
  ['jarida', 'الجريدة', 'ar', 'state', 'وصول قافلة مساعدات إلى حلب', 'وصلت قافلة من عشرين شاحنة إلى حلب يوم الثلاثاء.'],
  ['yol', 'Yol', 'tr', 'public', 'İdlib’de ışıklar yeniden yandı', 'İdlib’de elektrik iki yıl sonra geri geldi.'],
] as const

const stories: readonly Story[] = Array.from({ length: 24 }, (_, at) => {
  const [sourceId, name, language, ownership, title, text] = OUTLETS[at % 3] ?? OUTLETS[0]
  const published = new Date(Date.UTC(2026, 10, 24, 11) - at * 7_200_000)
  const full =
    '<h1>Big</h1><p>All of it, <em>with care</em>.</p><img src="https://pictures.example/1.png"><table><tr><td>1</td></tr></table>'
  const item = makeItem({
    id: at,
    url: `https://${sourceId}.example/${at}/${'long-'.repeat(20)}`,
    title,
    text,
    language,
    published,
  })
  const carrier = { ...item.carrier, sourceId: makeSourceView({ id: sourceId }).source.id, name, ownership }
  const lead = { ...item, carrier, credit: { ...item.credit, publisher: name }, firstSeen: published }
  return makeStory(at === 3 ? { ...lead, republish: 'full', html: full } : lead)
})

describe.skipIf(CHROMIUM === undefined)(
  `the pages in Chromium${CHROMIUM === undefined ? ' (needs Debian’s chromium)' : ''}`,
  () => {
    let directory: string
    let browser: Browser
    let context: BrowserContext | undefined

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'kaynak-browser-'))
      const trouble = { code: 'timeout', message: 'no answer', final: false } as const
      const sources = OUTLETS.map(([id, name, language, ownership], at) =>
        makeSourceView(
          { id, name, language, ownership, country: 'TR' },
          at === 1 ? { failures: 2, trouble } : { lastSuccess: new Date(0) },
        ),
      )
      await publish(makePublication({ stories, sources }), directory)
      browser = await openBrowser(CHROMIUM ?? '')
    }, 60_000)

    afterEach(async () => {
      await context?.close()
      context = undefined
    })

    afterAll(async () => {
      await browser?.close()
      await rm(directory, { recursive: true, force: true })
    })

    /** Opens a page and keeps a list of what it said and asked for. */
    async function open(
      path: string,
      options: Parameters<Browser['newContext']>[0] = {},
    ): Promise<{ page: Page; complaints: string[] }> {
      context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) complaints.push(request.url())
      })
      await page.goto(pathToFileURL(join(directory, path)).href)
      return { page, complaints }
    }

    const visible = (page: Page): Promise<number> => page.locator('.story:visible').count()

    describe.each(PAGES)('%s', (path) => {
      it.each(VIEWS)(
        'on a %s (%i px, %s) fits, asks no host, logs nothing and has no barrier that axe knows',
        async (_, width, colorScheme) => {
          const { page, complaints } = await open(path, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
          expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
          await page.addScriptTag({
            content: await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
          })
          const violations: unknown = await page.evaluate(
            'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
          )
          expect(violations).toEqual([])
          expect(complaints).toEqual([])
        },
        30_000,
      )
    })

    it('runs its script under its own policy', async () => {
      const { page, complaints } = await open('index.html')
      expect(await page.locator('#shown').textContent()).toBe('24 of 24 stories shown')
      expect(complaints).toEqual([])
    })

    it('is whole without JavaScript, without filters that could not work', async () => {
      const { page } = await open('index.html', { javaScriptEnabled: false })
      expect(await visible(page)).toBe(24)
      expect(await page.locator('#finder').isVisible()).toBe(false)
    })

    it('filters by language, outlet, voice and words, and keeps the view in the address', async () => {
      const { page } = await open('index.html')
      await page.selectOption('#language', 'ar')
      expect(await visible(page)).toBe(8)
      expect(page.url()).toMatch(/#language=ar$/)
      await page.selectOption('#language', '')
      await page.selectOption('#outlet', 'yol')
      expect(await visible(page)).toBe(8)
      await page.selectOption('#voice', 'state')
      expect(await visible(page)).toBe(0)
      expect(await page.locator('#nothing').isVisible()).toBe(true)
      await page.click('button[type=reset]')
      await expect.poll(() => visible(page)).toBe(24)
    })

    it.each([
      ['ISIKLAR', 8],
      ['idlib yandi', 8],
      ['وُصول', 8],
      ['nowhere to be found', 0],
    ])('finds %s in %i stories, whatever its case and marks', async (words, count) => {
      const { page } = await open('index.html')
      await page.fill('#q', words)
      expect(await visible(page)).toBe(count)
    })

    it('opens on the view that its address names', async () => {
      const { page } = await open('index.html')
      await page.goto(`${page.url()}#language=tr`)
      await page.reload()
      expect(await visible(page)).toBe(8)
    })

    it('can be used with the keyboard alone', async () => {
      const { page } = await open('index.html')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.className')).toBe('skip')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.id')).toBe('stories')
      await page.keyboard.press('/')
      expect(await page.evaluate('document.activeElement.id')).toBe('q')
    })

    it('sets Arabic items from the right and the others from the left', async () => {
      const { page } = await open('index.html')
      const aligned = (language: string) => styleOf(page, `.story[data-language=${language}] h3`, 'direction')
      expect(await aligned('ar')).toBe('rtl')
      expect(await aligned('tr')).toBe('ltr')
    })

    it('prints a bulletin with every address in black on white', async () => {
      const { page } = await open('bulletin/2026-11-24.html', { colorScheme: 'dark' })
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('nav').isVisible()).toBe(false)
      expect(await styleOf(page, 'article a', 'color')).toBe('rgb(0, 0, 0)')
      expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(5_000)
    })

    it('shows a feed that was opened by accident as a readable page', async () => {
      const { page } = await open('feed.xml')
      const shown = await page.evaluate<string>("getComputedStyle(document.documentElement, '::before').content")
      expect(shown).toContain('This is a feed')
    })
  },
)

/** What a style comes to at the first element that fits; as an expression, since these tests are typed without a browser's names. */
async function styleOf(page: Page, selector: string, property: string): Promise<unknown> {
  return await page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)}))[${JSON.stringify(property)}]`)
}
