import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../../src/publish/index.ts'
import { type Serving, startServer } from '../../src/serve/index.ts'
import { makeItem, makeStory } from '../helpers/make-item.ts'
import { makePublication, makeSourceView } from '../helpers/make-publication.ts'
import { CHROMIUM, openBrowser } from './open-browser.ts'

describe.skipIf(CHROMIUM === undefined)(
  `what is served, in Chromium${CHROMIUM === undefined ? ' (needs Debian’s chromium)' : ''}`,
  () => {
    let directory: string
    let browser: Browser
    let serving: Serving

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'kaynak-served-'))
      await publish(makePublication({ stories: [makeStory(makeItem())], sources: [makeSourceView()] }), directory)
      serving = await startServer({
        folder: directory,
        listen: { host: '127.0.0.1', port: 0 },
        clock: { now: () => new Date() },
        log: () => undefined,
        newsroom: async () => undefined,
      })
      browser = await openBrowser(CHROMIUM ?? '')
    })

    afterAll(async () => {
      await browser?.close()
      await serving?.close()
      await rm(directory, { recursive: true, force: true })
    })

    it.each(['', 'sources.html', 'status', 'bulletin/', 'index.ar.html'])(
      'shows /%s with its own style and script, and without a complaint of its policy',
      async (path) => {
        await using context = await browser.newContext()
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        page.on('pageerror', (problem) => complaints.push(problem.message))
        const answer = await page.goto(`${serving.url}${path}`)
        expect(answer?.status()).toBe(200)
        expect(await answer?.headerValue('content-security-policy')).toMatch(/sha256-.*frame-ancestors 'none'$/)
        expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily)).not.toBe('')
        expect(await page.locator('body').evaluate((body) => getComputedStyle(body).marginTop)).not.toBe('8px')
        expect(complaints).toEqual([])
      },
    )

    it.each(['feed.xml', 'atom.xml'])('shows %s as a page with its style sheet instead of offering a download', async (path) => {
      await using context = await browser.newContext()
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (!message.location().url.endsWith('/favicon.ico')) complaints.push(message.text()) // a feed has no place to name an icon
      })
      const answer = await page.goto(`${serving.url}${path}`)
      expect(await answer?.headerValue('content-type')).toBe('application/xml; charset=utf-8')
      const title = page.locator('title').first()
      expect(await title.textContent()).toBe('Syria in the news')
      expect(await title.evaluate((element) => getComputedStyle(element).display)).toBe('block')
      expect(complaints).toEqual([])
    })
  },
)
