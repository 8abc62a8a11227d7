import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { type Publication, publish } from '../../../src/publish/index.ts'
import { makeItem, makeStory } from '../../helpers/make-item.ts'
import { makeChannel, makePublication, makeSourceView } from '../../helpers/make-publication.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'
import { sampleStories } from './sample-stories.ts'

async function page(path: string, parts: Partial<Publication> = {}) {
  const directory = await temporaryDirectory()
  await publish(makePublication({ stories: sampleStories(), ...parts }), directory)
  return load(await readFile(join(directory, path), 'utf8'))
}

describe('index.html', () => {
  it('shows every story with its credit, its source in plain sight and the reasons why it was kept', async () => {
    const index = await page('index.html')
    const first = index('.story').first()
    expect(first.find('h3').text()).toBe('A & B &amp; C: <b>bold</b> words ]]> "here"')
    expect(first.find('.credit').text()).toContain('Northern Wire, via Morning Post')
    expect(first.find('.source a').text()).toBe('https://www.morning-post.example/world/1')
    expect(first.find('details').text()).toMatch(/Why is this here\?.*“Aleppo” in the title.*\+6/s)
    expect(index('.story')).toHaveLength(3)
  })

  it('files stories under their days, newest first', async () => {
    const index = await page('index.html')
    expect(
      index('.day h2')
        .map((_, day) => index(day).attr('id'))
        .get(),
    ).toEqual(['d-2026-11-24', 'd-2026-11-23', 'd-2026-11-22'])
  })

  it('sets each item in its own language and direction', async () => {
    const index = await page('index.html')
    const arabic = index('.story').eq(1)
    expect(arabic.attr('dir')).toBe('rtl')
    expect(arabic.find('h3').attr('lang')).toBe('ar')
    expect(index('html').attr()).toMatchObject({ lang: 'en', dir: 'ltr' })
  })

  it('speaks English, Turkish and Arabic, and the channel’s own language first', async () => {
    const channel = makeChannel({ language: 'ar' })
    expect((await page('index.html', { channel }))('html').attr()).toMatchObject({ lang: 'ar', dir: 'rtl' })
    expect((await page('index.en.html', { channel }))('html').attr('lang')).toBe('en')
    expect((await page('index.tr.html', { channel }))('html').attr('lang')).toBe('tr')
  })

  it('loads nothing: no picture, no script, no style, no letter from anywhere', async () => {
    const html = '<h2>Head</h2><p>Text <img src="https://pictures.example/1.png" alt=""></p><main>More</main>'
    const index = await page('index.html', { stories: [makeStory(makeItem({ republish: 'full', html }))] })
    expect(index('[src], link[rel=stylesheet], iframe, object, embed, video, audio, svg image').length).toBe(0)
    expect(index('style').text()).not.toMatch(/url\(|@import/)
    expect(index('meta[http-equiv=Content-Security-Policy]').attr('content')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(index('.text').text()).toContain('Head')
    expect(index('main')).toHaveLength(1)
    expect(index('.text :is(h1, h2, h3)')).toHaveLength(0)
  })

  it('has no handler and no style in an attribute, which a strict policy would refuse', async () => {
    const index = await page('index.html')
    const attributes = index('*')
      .map((_, element) => Object.keys(index(element).attr() ?? {}))
      .get()
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([])
  })

  it('escapes the operator’s words and everybody else’s', async () => {
    const evil = '</title><script>alert(1)</script>"\'<img src=x onerror=alert(1)>'
    const lead = makeItem({
      title: evil,
      language: '"><script>',
      carrier: { name: evil, country: '<b>' },
      credit: { publisher: evil, licence: evil },
      verdict: { reasons: [{ term: evil, lang: 'en', field: 'title', weight: 1, note: evil }] },
    })
    const channel = makeChannel({ title: evil, description: evil, publisher: { name: evil } })
    const sources = [makeSourceView({ name: evil })]
    for (const path of ['index.html', 'sources.html', 'bulletin/index.html', 'bulletin/2026-11-24.html']) {
      const shown = await page(path, { stories: [makeStory(lead)], channel, sources })
      expect(shown('img, body script:not(:last-child)').length).toBe(0)
      expect(shown('script').text()).not.toContain('alert(1)')
    }
  })

  it('tells feed readers and search engines what it is', async () => {
    const index = await page('index.html')
    expect(
      index('link[rel=alternate]')
        .map((_, link) => index(link).attr('href'))
        .get(),
    ).toEqual(['feed.xml', 'atom.xml', 'feed.json'])
    expect(index('meta[name=robots]').attr('content')).toBe('noindex')
  })

  it('says that nothing is there yet instead of showing an empty page', async () => {
    expect((await page('index.html', { stories: [] }))('main').text()).toContain('Nothing has been published yet')
  })

  it('plots the days in numbers too', async () => {
    const index = await page('index.html')
    expect(index('.plots svg[role=img]').attr('aria-label')).toBe(
      '3 stories over 3 days; the most, 1 story, on Sunday, November 22, 2026.',
    )
    expect(index('.plots tbody tr')).toHaveLength(3)
  })
})

describe('sources.html', () => {
  const sources = [
    makeSourceView(
      { id: 'well' },
      { lastSuccess: new Date('2026-11-24T11:00:00Z'), lastChange: new Date('2026-11-24T09:00:00Z') },
    ),
    makeSourceView(
      { id: 'ill' },
      {
        failures: 3,
        lastSuccess: new Date('2026-11-20T11:00:00Z'),
        trouble: { code: 'timeout', message: 'no answer within 20 s', final: false },
      },
    ),
    makeSourceView({ id: 'new' }),
    makeSourceView({ id: 'off', enabled: false }),
  ]

  it.each([
    ['well', 'Reads well; last new document November 24, 2026'],
    ['ill', 'Failed 3 times in a row: the server did not answer in time; last read November 20, 2026'],
    ['new', 'Not read yet'],
    ['off', 'Switched off'],
  ])('says of the source %s: %s', async (id, words) => {
    expect((await page('sources.html', { sources }))(`#source-${id} .health`).text()).toBe(words)
  })

  it('does not change with the times of checks that found nothing', async () => {
    const directory = await temporaryDirectory()
    const at = (hour: string) =>
      makePublication({
        sources: [
          makeSourceView(
            { id: 'well' },
            { lastAttempt: new Date(`2026-11-24T${hour}:00:00Z`), lastSuccess: new Date(`2026-11-24T${hour}:00:00Z`) },
          ),
        ],
      })
    await publish(at('11'), directory)
    expect((await publish(at('12'), directory)).written).toEqual([])
  })
})

describe('sources.opml', () => {
  it('lists the feeds that are watched, and no listing page or switched-off source', async () => {
    const sources = [
      makeSourceView({ id: 'one', name: 'One & "Only"' }, { feedFormat: 'rss2.0' }),
      makeSourceView({ id: 'two', kind: 'listing' }),
      makeSourceView({ id: 'three', enabled: false }),
    ]
    const list = await page('sources.opml', { sources })
    expect(
      list('outline')
        .map((_, one) => list(one).attr('text'))
        .get(),
    ).toEqual(['One & "Only"'])
  })
})

describe('status.json', () => {
  it('tells scripts the health of every source', async () => {
    const directory = await temporaryDirectory()
    const trouble = { code: 'gone', message: 'HTTP 410', final: true } as const
    await publish(makePublication({ sources: [makeSourceView({ id: 'ill' }, { failures: 1, trouble })] }), directory)
    expect(JSON.parse(await readFile(join(directory, 'status.json'), 'utf8'))).toMatchObject({
      topic: 'syria',
      stories: 0,
      sources: [{ id: 'ill', health: 'failing', failures: 1, trouble: 'gone', message: 'HTTP 410' }],
    })
  })
})
