import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site

const NOW = ['--now', '2026-11-20T12:00:00Z']
const RSS = { type: 'application/rss+xml' }
const ENTRIES = [
  {
    title: 'Damascus opens a library',
    link: 'https://outlet.example/library',
    date: 'Fri, 20 Nov 2026 09:00:00 GMT',
    text: 'A public library opened in the Syrian capital.',
  },
  { title: 'Knives of Damascus steel, tested', link: 'https://outlet.example/knives', date: 'Thu, 19 Nov 2026 09:00:00 GMT' },
  { title: 'Rain in Lisbon', link: 'https://outlet.example/rain', date: 'Wed, 18 Nov 2026 09:00:00 GMT' },
]

const text = () => `{
  // what readers see
  "title": "T",
  "fetch": { "allowPrivate": ["${outlet.host}"], "gapMs": 0 },
  "sources": [
    // the north
    { "id": "north", "name": "North", "url": "${outlet.origin}/north.xml", "every": "2h" }, // asked rarely
    { "id": "south", "name": "South", "url": "${outlet.origin}/south.xml" } // the only one there
  ],
}
`

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-sources-'))
  outlet = await site()
  outlet.put('/', {
    body: `<html lang="en"><head><title>Morning Post</title>
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml">
      <link rel="alternate" type="application/rss+xml" title="News" href="/news.xml"></head><body>Welcome</body></html>`,
    type: 'text/html',
  })
  outlet.put('/news.xml', { body: rssText('Morning Post', ENTRIES), ...RSS })
  outlet.put('/comments.xml', {
    body: rssText('Comments on Morning Post', [{ title: 'Reply', link: 'https://outlet.example/reply' }]),
    ...RSS,
  })
  outlet.put('/north.xml', { body: rssText('North', ENTRIES.slice(0, 1)), ...RSS })
  outlet.put('/south.xml', { body: rssText('South', []), ...RSS })
  writeFileSync(join(folder, 'feeds.json'), text())
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

const run = (...words: string[]) => runIn('UTC', ...words)
const runIn = (zone: string, ...words: string[]) => kaynak(['sources', ...words, ...NOW], { cwd: folder, env: { TZ: zone } })
const file = () => readFileSync(join(folder, 'feeds.json'), 'utf8')

describe.skipIf(!isBuilt)('kaynak sources list', () => {
  it('shows every source on a line, and the same as JSON', async () => {
    const { stdout, exit } = await run('list')
    expect(exit).toBe(0)
    expect(stdout).toMatch(
      /^source +name .*\nnorth +North +2h +http:\/\/\S+north\.xml\nsouth +South +1h +http:\/\/\S+south\.xml\n$/,
    )
    const { sources }: { sources: { id: string; everyMs: number }[] } = JSON.parse((await run('list', '--json')).stdout)
    expect(sources.map(({ id, everyMs }) => [id, everyMs])).toEqual([
      ['north', 7_200_000],
      ['south', 3_600_000],
    ])
  })
})

describe.skipIf(!isBuilt)('kaynak sources add', () => {
  it("finds a site's feed, shows what would be kept and why, and adds it without touching anything else", async () => {
    const { stdout, stderr, exit } = await run(
      'add',
      `${outlet.origin}/`,
      '--yes',
      '--ownership',
      'independent',
      '--country',
      'SY',
    )
    expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
    expect(stdout).toContain(
      `Morning Post: ${outlet.origin}/news.xml\n  rss2.0, en, 3 entries, the newest of 2026-11-20 09:00 UTC\n  1 of 3 would be kept now\n    + Damascus opens a library [`,
    )
    expect(stdout).toContain(`  also there: ${outlet.origin}/comments.xml (Comments)\n`)
    expect(stdout).toContain('added to feeds.json as morning-post')
    const line = `    { "id": "morning-post", "name": "Morning Post", "url": "${outlet.origin}/news.xml", "homePage": "https://outlet.example/", "language": "en", "country": "SY", "ownership": "independent" }\n`
    expect(file()).toBe(text().replace('.xml" } // the only one there\n', `.xml" }, // the only one there\n${line}`))
    expect(readdirSync(folder)).toEqual(['feeds.json'])
  })

  it('writes nothing where nobody can be asked, on a dry run, and for JSON without --yes', async () => {
    const silent = await run('add', `${outlet.origin}/news.xml`)
    expect(silent.exit).toBe(2)
    expect(silent.stderr).toBe('kaynak: nothing was written: there is no terminal to ask at; give --yes to write this entry\n')
    expect(silent.stdout).toContain('1 of 3 would be kept now')
    const dry = await run('add', `${outlet.origin}/news.xml`, '--dry-run')
    expect({ exit: dry.exit, last: dry.stdout.split('\n').at(-2) }).toEqual({ exit: 0, last: 'nothing was written' })
    const report: Record<string, unknown> = JSON.parse((await run('add', `${outlet.origin}/`, '--json')).stdout)
    expect(report).toMatchObject({
      written: false,
      entries: 3,
      kept: 1,
      dropped: 1,
      entry: { id: 'morning-post', language: 'en' },
    })
    expect(file()).toBe(text())
  })

  it('finds a feed in a usual place that no page names', async () => {
    outlet.put('/', { body: '<html><head><title>Quiet</title></head><body>no links</body></html>', type: 'text/html' })
    outlet.put('/feed.xml', { body: rssText('Quiet', ENTRIES), ...RSS })
    expect((await run('add', outlet.origin, '--yes', '--id', 'quiet')).exit).toBe(0)
    expect(file()).toContain(`"id": "quiet", "name": "Quiet", "url": "${outlet.origin}/feed.xml"`)
  })

  it('takes the new address of a feed that has moved for good', async () => {
    outlet.put('/old.xml', { body: '', status: 301, headers: { location: '/news.xml' } })
    const { stdout } = await run('add', `${outlet.origin}/old.xml`, '--yes')
    expect(stdout).toContain(`Morning Post: ${outlet.origin}/news.xml\n`)
    expect(file()).toContain(`"url": "${outlet.origin}/news.xml"`)
  })

  it('watches a listing page by its selectors', async () => {
    const story = '<article><a href="/story">A school in Aleppo, Syria, opens again</a></article>'
    outlet.put('/list', { body: `<html><body>${story}</body></html>`, type: 'text/html' })
    const { stdout, stderr } = await run(
      'add',
      `${outlet.origin}/list`,
      '--yes',
      '--name',
      'Listed',
      '--kind',
      'listing',
      '--select',
      'item=article',
    )
    expect(stderr).toBe('')
    expect(stdout).toContain('1 of 1 would be kept now')
    expect(file()).toContain('"kind": "listing", "select": { "item": "article" } }')
  })

  it.each([
    [['/nothing'], 3, /^kaynak: http:\S+\/nothing: it answered 404 Not Found\n$/],
    [['/page'], 3, /^kaynak: http:\S+\/page: a web page: "Page"; it names no feed, and none is in the usual places\n$/],
    [['/north.xml'], 2, /^kaynak: http:\S+\/north\.xml: is watched already, as north\n$/],
    [
      ['/news.xml', '--every', 'hourly'],
      2,
      /^kaynak: the new source's every: expected a duration such as "30m", "1h" or "2d", got "hourly"\n$/,
    ],
    [['/news.xml', '--id', 'north'], 2, /^kaynak: the new source's id: there is a source "north" already\n$/],
    [['/news.xml', '--kind', 'listing'], 2, /^kaynak: the new source's select: is missing/],
    [['/news.xml', '--ownership', 'private'], 2, /^error: option '--ownership <kind>' argument 'private' is invalid/],
  ])('says in one line why %j cannot be added', async ([path, ...words], exit, message) => {
    outlet.put('/page', { body: '<html><head><title>Page</title></head></html>', type: 'text/html' })
    const ending = await run('add', `${outlet.origin}${path}`, '--yes', ...words)
    expect(ending.stderr).toMatch(message)
    expect(ending.exit).toBe(exit)
    expect(file()).toBe(text())
  })
})

describe.skipIf(!isBuilt)('kaynak sources remove, enable, disable', () => {
  it('changes one entry and nothing else, and keeps the rights of the file', async () => {
    chmodSync(join(folder, 'feeds.json'), 0o640)
    expect((await run('disable', 'south')).stdout).toBe('south: is switched off; its entry stays in the file\n')
    expect(file()).toBe(text().replace('south.xml" }', 'south.xml", "enabled": false }'))
    expect((await run('enable', 'south')).exit).toBe(0)
    expect((await run('enable', 'south')).stdout).toBe('south: is on already\n')
    expect((await run('remove', 'north')).exit).toBe(0)
    expect(file()).not.toContain('north.xml')
    expect(file()).toContain('// the north')
    expect(statSync(join(folder, 'feeds.json')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['feeds.json'])
  })

  it.each([
    [['remove', 'west'], 'kaynak: feeds.json: there is no source "west" in the list (kaynak sources list shows them all)\n'],
    [
      ['disable', 'north', '-c', 'other.json'],
      'kaynak: other.json: there is no such file (kaynak init writes one to start from)\n',
    ],
  ])('refuses %j in one line', async (words, message) => {
    const { stderr, exit } = await run(...words)
    expect({ stderr, exit }).toEqual({ stderr: message, exit: 2 })
  })
})

describe.skipIf(!isBuilt)('kaynak sources check', () => {
  it('says of every source how it is, and stores nothing', async () => {
    const sources = ['well', 'moved', 'gone', 'refused', 'broken', 'empty', 'page', 'stale', 'nobody'].map((id) => ({
      id,
      name: id,
      url: id === 'nobody' ? 'http://127.0.0.1:9/feed' : `${outlet.origin}/${id}`,
    }))
    const allowPrivate = [outlet.host, '127.0.0.1:9']
    writeFileSync(
      join(folder, 'feeds.json'),
      JSON.stringify({
        title: 'T',
        fetch: { allowPrivate, gapMs: 0, perHost: 8 },
        sources: [...sources, { id: 'off', name: 'Off', url: `${outlet.origin}/off`, enabled: false }],
      }),
    )
    outlet.put('/well', { body: rssText('Well', ENTRIES), ...RSS })
    outlet.put('/moved', { body: '', status: 301, headers: { location: '/well' } })
    outlet.put('/gone', { body: 'gone', status: 410 })
    outlet.put('/refused', { body: 'no', status: 403 })
    outlet.put('/broken', { body: 'oops', status: 500 })
    outlet.put('/empty', { body: rssText('Empty', []), ...RSS })
    outlet.put('/page', {
      body: '<html><head><title>Page</title><link rel="alternate" type="application/rss+xml" href="/well"></head></html>',
      type: 'text/html',
    })
    outlet.put('/stale', { body: rssText('Stale', [{ title: 'Old', date: 'Mon, 01 Jan 2024 00:00:00 GMT' }]), ...RSS })
    const { stdout, exit } = await run('check')
    for (const line of [
      /^well +well +3 entries, the newest of 2026-11-20 09:00 UTC$/m,
      /^moved +moved +3 entries, .*; moved for good to http:\S+\/well: change its address$/m,
      /^gone +gone +it answered 410 Gone: it is gone for ever/m,
      /^refused +refused +it answered 403 Forbidden$/m,
      /^broken +failed +it answered 500 /m,
      /^empty +empty +it can be read, but holds no entries$/m,
      /^page +not-a-feed +a web page: "Page"; it names http:\S+\/well$/m,
      /^stale +stale +nothing new since 2024-01-01, 1 entry$/m,
      /^nobody +unreachable +/m,
      /^4 of 9 can be read, 3 of them worth a look$/m,
    ])
      expect(stdout).toMatch(line)
    expect(stdout).not.toMatch(/^off /m)
    expect(exit).toBe(0)
    expect((await runIn('Europe/Istanbul', 'check', 'well')).stdout).toContain('the newest of 2026-11-20 12:00 GMT+3')
    expect(readdirSync(folder)).toEqual(['feeds.json'])
    expect((await run('check', '--strict', '--quiet')).exit).toBe(3)
    const results: { id: string; result: string }[] = JSON.parse((await run('check', 'gone', '--json')).stdout)
    expect(results).toMatchObject([{ id: 'gone', result: 'gone' }])
    expect((await run('check', 'gone')).exit).toBe(3)
    expect((await run('check', 'nowhere')).stderr).toBe(
      'kaynak: there is no source "nowhere" in the list (kaynak sources list shows them all)\n',
    )
  })
})

describe.skipIf(!isBuilt)('kaynak sources import, export', () => {
  const opml = () => `<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
    <outline text="World"><outline type="rss" text="Özgür Gündem" xmlUrl="${outlet.origin}/ozgur.xml" htmlUrl="https://ozgur.example/" language="tr-TR"/>
    <outline type="rss" title="الأخبار" xmlUrl="https://news.akhbar.example/rss"/></outline>
    <outline text="North again" xmlUrl="${outlet.origin}/north.xml"/><outline text="Bad" xmlUrl="ftp://a.example/"/></body></opml>`

  it('adds what is not watched yet, and says what it left out', async () => {
    writeFileSync(join(folder, 'mine.opml'), opml())
    const { stdout, stderr, exit } = await run('import', 'mine.opml')
    expect(exit).toBe(0)
    expect(stderr).toBe('kaynak: mine.opml: left out "Bad": expected an http(s) address, got "ftp://a.example/"\n')
    expect(stdout).toContain('2 sources added to feeds.json, 1 watched already, 1 left out')
    expect(file()).toContain(
      `    { "id": "ozgur-gundem", "name": "Özgür Gündem", "url": "${outlet.origin}/ozgur.xml", "homePage": "https://ozgur.example/", "language": "tr" },\n    { "id": "akhbar-example", "name": "الأخبار", "url": "https://news.akhbar.example/rss" }\n`,
    )
    expect((await run('import', 'mine.opml')).stdout).toContain('0 sources added to feeds.json, 3 watched already')
  })

  it('takes back what it exported', async () => {
    const exported = await run('export')
    writeFileSync(join(folder, 'all.opml'), exported.stdout)
    writeFileSync(join(folder, 'feeds.json'), '{ "title": "T", "sources": [] }')
    const { stdout } = await run('import', 'all.opml', '--disabled', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      added: [{ id: 'north', name: 'North', url: `${outlet.origin}/north.xml`, enabled: false }, { id: 'south' }],
      written: true,
    })
    const { sources }: { sources: { id: string }[] } = JSON.parse((await run('list', '--json')).stdout)
    expect(sources.map(({ id }) => id)).toEqual(['north', 'south'])
  })

  it('reads stdin, and refuses what is no list', async () => {
    const piped = await kaynak(['sources', 'import', '-', '--dry-run'], { cwd: folder, input: opml() })
    expect(piped.stdout).toContain('2 sources would be added to feeds.json')
    expect(file()).toBe(text())
    writeFileSync(join(folder, 'page.html'), '<html></html>')
    expect((await run('import', 'page.html')).stderr).toBe(
      'kaynak: page.html: expected an outline of feeds, got no outline (OPML)\n',
    )
    expect((await run('import', 'absent.opml')).stderr).toBe(
      'kaynak: absent.opml: cannot be read: there is no such file or folder\n',
    )
  })
})
