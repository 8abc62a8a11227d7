import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../../src/publish/index.ts'
import { anAddress, makeItem, makeStory } from '../helpers/make-item.ts'
import { makeChannel, makePublication } from '../helpers/make-publication.ts'

const NEWSBOAT = '/usr/bin/newsboat'
const run = promisify(execFile)

const first = [
  makeStory(makeItem({ id: 1, title: 'A & B &amp; C: <b>bold</b> words' })),
  makeStory(
    makeItem({ id: 2, language: 'ar', title: 'وصول قافلة مساعدات إلى حلب', published: new Date('2026-11-23T20:00:00Z') }),
  ),
]
const news = makeStory(makeItem({ id: 3, title: 'Roads reopen', published: new Date('2026-11-24T11:00:00Z') }))

describe.skipIf(!existsSync(NEWSBOAT))(`newsboat${existsSync(NEWSBOAT) ? '' : ' (needs Debian’s newsboat)'}`, () => {
  let home: string
  let server: Server
  let address: string

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'kaynak-newsboat-'))
    server = createServer(async (request, response) => {
      const name = request.url?.slice(1) ?? ''
      if (!/^(feed|atom)\.xml$/.test(name)) return response.writeHead(404).end()
      const type = name === 'feed.xml' ? 'application/rss+xml' : 'application/atom+xml'
      return response.writeHead(200, { 'content-type': type }).end(await readFile(join(home, 'output', name)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/`
  })

  afterAll(async () => {
    server?.closeAllConnections()
    server?.close()
    await rm(home, { recursive: true, force: true })
  })

  /** Publishes, lets newsboat reload, and returns what its cache holds: title, link, date and whether it is unread. */
  async function subscribed(feed: string, stories: typeof first): Promise<{ articles: readonly unknown[]; unread: string }> {
    const channel = makeChannel({ homePage: anAddress(address) })
    await publish(makePublication({ stories, channel }), join(home, 'output'))
    await writeFile(join(home, `${feed}.urls`), `${address}${feed}\n`)
    const options = ['-u', join(home, `${feed}.urls`), '-c', join(home, `${feed}.db`), '-C', join(home, 'config')]
    await writeFile(join(home, 'config'), 'suppress-first-reload no\n')
    const env = { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' }
    await run(NEWSBOAT, [...options, '-x', 'reload'], { env })
    const { stdout: unread } = await run(NEWSBOAT, [...options, '-x', 'print-unread'], { env })
    const { DatabaseSync } = await import('node:sqlite')
    using cache = new DatabaseSync(join(home, `${feed}.db`))
    const articles = cache.prepare('select title, url, guid, pubDate from rss_item order by pubDate desc, guid').all()
    cache.exec('update rss_item set unread = 0')
    return { articles: articles.map((row) => ({ ...row })), unread }
  }

  it.each(['feed.xml', 'atom.xml'])(
    'reads titles, links, ids and dates from %s, and afterwards only what is new',
    async (feed) => {
      const before = await subscribed(feed, first)
      expect(before.articles).toEqual([
        {
          title: 'A & B &amp; C: <b>bold</b> words',
          url: 'https://www.morning-post.example/world/1',
          guid: first[0]?.id,
          pubDate: Date.parse('2026-11-24T09:30:00Z') / 1_000,
        },
        {
          title: 'وصول قافلة مساعدات إلى حلب',
          url: 'https://www.morning-post.example/world/2',
          guid: first[1]?.id,
          pubDate: Date.parse('2026-11-23T20:00:00Z') / 1_000,
        },
      ])
      expect(before.unread).toMatch(/^2 /)
      const after = await subscribed(feed, [news, ...first])
      expect(after.articles).toHaveLength(3)
      expect(after.unread).toMatch(/^1 /)
    },
  )
})
