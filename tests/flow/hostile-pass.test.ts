import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio'
import { isTag } from 'domhandler'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PassReport } from '../../src/pipeline/index.ts'
import { liveMarkup } from '../helpers/live-markup.ts'
import { type Newsroom, newsroom } from '../helpers/pass-over.ts'
import { allCases } from '../hostile/all-cases.ts'
import { openRig, type Rig } from '../hostile/rig.ts'

/** Two hours apart, and then the next day: long enough for whoever failed to be asked again. */
const PASSES = ['2026-11-24T12:00:00Z', '2026-11-24T14:00:00Z', '2026-11-25T16:00:00Z']
const MAIN_FILES = ['feed.xml', 'atom.xml', 'feed.json', 'index.html']
const cases = allCases.filter(({ isPage }) => isPage !== true)

let rig: Rig
let room: Newsroom
const reports: PassReport[] = []
/** the main files after each pass */
const published: ReadonlyMap<string, string>[] = []

beforeAll(async () => {
  rig = await openRig()
  const sources = cases.map(({ name }) => ({ id: name, name: outletOf(name), url: rig.addressOf(name), article: 'never' }))
  room = await newsroom(
    // real limits, but for the time that silent servers may take: three times twenty seconds tell no more than three times five
    {
      homePage: 'https://news.example/',
      window: { items: 1_000, days: 30 },
      fetch: { allowPrivate: rig.allowPrivate, timeoutMs: 5_000 },
      sources,
    },
    rig.allowPrivate,
  )
  for (const at of PASSES) {
    reports.push(await room.pass(at))
    published.push(new Map(MAIN_FILES.map((file) => [file, output(file)])))
  }
}, 240_000)

afterAll(async () => {
  await room.close()
  await rig[Symbol.asyncDispose]()
})

function outletOf(name: string): string {
  return `Outlet ${name}.`
}

function output(file: string): string {
  return readFileSync(join(room.output, file), 'utf8')
}

function files(ending: string): readonly string[] {
  return readdirSync(room.output, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))
}

type JsonItem = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly content_html: string
  readonly date_published?: string
  readonly date_modified: string
  readonly tags?: readonly string[]
  readonly authors: readonly { readonly name: string }[]
  readonly _kaynak: { readonly carriers?: readonly { readonly title: string }[] }
}

function itemsAfter(pass: number): readonly JsonItem[] {
  const feed: { readonly items: readonly JsonItem[] } = JSON.parse(published[pass]?.get('feed.json') ?? '{}')
  return feed.items
}

describe('three passes over hostile sources', () => {
  it('end, each of them, with a report on every source that was due and no fault of our own', () => {
    expect(reports).toHaveLength(PASSES.length)
    for (const { pass, sources } of reports) {
      expect(sources).toHaveLength(pass.sources - pass.notDue)
      expect(sources.filter(({ code }) => code === 'internal')).toEqual([])
    }
  })

  it.each(MAIN_FILES)('publish everything that is to be published in %s, and nothing that is not', (file) => {
    for (const [pass, texts] of published.entries()) {
      const text = texts.get(file) ?? ''
      const isThere = ({ name }: { readonly name: string }) => text.includes(outletOf(name))
      const why = ({ name }: { readonly name: string }) =>
        `${name}: ${reports[pass]?.sources.find(({ id }) => id === name)?.message}`
      const missing = cases.filter((one) => one.publishes === 'yes' && !isThere(one)).map(why)
      const tooMuch = cases.filter((one) => one.publishes === 'no' && isThere(one)).map(why)
      expect({ pass, missing, tooMuch }).toEqual({ pass, missing: [], tooMuch: [] })
    }
  })

  it('show titles letter by letter where letters are the point', () => {
    const shown = new Set(
      itemsAfter(0).flatMap(({ title, _kaynak }) => [title, ...(_kaynak.carriers ?? []).map((one) => one.title)]),
    )
    const missing = cases.flatMap(({ name, titles = [] }) => titles.filter((title) => !shown.has(title)).map(() => name))
    expect(missing).toEqual([])
  })

  it('word each trouble in one clean line', () => {
    for (const { sources } of reports)
      for (const { message = 'nothing the matter', warnings } of sources)
        for (const line of [message, ...warnings]) expect(line).toMatch(/^[^\p{C}\u2028\u2029]{5,240}$/u)
  })

  it('keep what was published under its id, with its date, though sources fail, empty, or tell it differently', () => {
    const last = new Map(itemsAfter(2).map((item) => [item.id, item]))
    for (const { id, date_published } of itemsAfter(0)) expect(last.get(id)).toMatchObject({ id, date_published })
  })

  it('date nothing in the future', () => {
    const latest = new Date(PASSES[2] ?? 0).getTime()
    for (const { date_published, date_modified } of itemsAfter(2))
      expect(Math.max(Date.parse(date_published ?? date_modified), Date.parse(date_modified))).toBeLessThanOrEqual(latest)
  })

  it('connect to no place that is not allowed, and change no built-in object', async () => {
    expect(await rig.innerConnections()).toBe(0)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('close every socket', async () => {
    expect(await rig.settled()).toEqual([])
  })
})

describe('what is published after them', () => {
  it('is well-formed XML in every feed, by a strict parser and a second one', async () => {
    const parser = new RssParser()
    for (const file of files('.xml')) {
      const text = output(file)
      await expect(parser.parseString(text), file).resolves.toBeDefined()
      expect(file.includes('atom') ? parseAtomFeed(text).title : parseRssFeed(text).title, file).toBeDefined()
    }
    expect(parseOpml(output('sources.opml')).body?.outlines).toHaveLength(cases.length)
  })

  it('is JSON in every JSON file, and the feeds among it are feeds', () => {
    for (const file of files('.json')) {
      expect(() => JSON.parse(output(file)), file).not.toThrow()
      if (file.endsWith('feed.json') || file.startsWith('by/')) expect(parseJsonFeed(output(file)).title, file).toBeDefined()
    }
  })

  it('is harmless in every body of every format when it is parsed, and parsed again', async () => {
    const rss = parseRssFeed(output('feed.xml')).items ?? []
    const atom = parseAtomFeed(output('atom.xml')).entries ?? []
    const bodies = [
      ...itemsAfter(2).map((item) => item.content_html),
      ...rss.flatMap((item) => [item.content?.encoded ?? '', item.description ?? '']),
      ...atom.map((entry) => entry.content?.value ?? ''),
    ]
    expect(bodies.length).toBeGreaterThan(100)
    for (const body of new Set(bodies)) {
      expect(liveMarkup(body)).toEqual([])
      expect(liveMarkup(load(body, undefined, false).html())).toEqual([])
    }
  })

  it('has nothing that reads as a tag in a title, a name or a category', () => {
    const feed = parseRssFeed(output('feed.xml'))
    const words = [
      ...itemsAfter(2).flatMap(({ title, tags = [], authors }) => [title, ...tags, ...authors.map(({ name }) => name)]),
      ...(feed.items ?? []).flatMap((item) => [item.title ?? '', ...(item.dc?.creators ?? [])]),
    ]
    for (const one of words) {
      expect(one).not.toMatch(/<[a-z!/?]|&(lt|#0*60|#x0*3c);/i)
      expect(one).not.toMatch(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u)
    }
  })

  it('runs no script in a page but its own, and handles no event', () => {
    const own = scriptsIn(output('index.html'))
    expect(own.join()).not.toContain('kaynak-alarm')
    for (const file of files('.html')) {
      const $ = load(output(file))
      const attributes = $('*:not(link)')
        .toArray()
        .filter(isTag)
        .flatMap((element) => Object.entries(element.attribs))
      expect(scriptsIn(output(file)).join(), file).not.toContain('kaynak-alarm')
      expect(attributes.filter(isAlive), file).toEqual([])
      expect($('iframe, object, embed, base, meta[http-equiv=refresh]').length, file).toBe(0)
    }
  })

  it('shows no secret that stood in an address', () => {
    for (const file of [...files('.xml'), ...files('.json'), ...files('.html'), ...files('.opml')])
      expect(output(file).includes('hidden-secret'), file).toBe(false)
  })
})

function isAlive([key, value]: readonly [string, string]): boolean {
  return /^on|^srcdoc$/i.test(key) || (/href|src|action/.test(key) && /^\s*(javascript|data|vbscript):/i.test(value))
}

function scriptsIn(html: string): readonly string[] {
  const $ = load(html)
  return $('script')
    .toArray()
    .map((element) => $(element).text())
}
