import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site
const NOW = { KAYNAK_NOW: '2026-11-20T12:00:00Z' }
const run = (words: readonly string[], input?: string) =>
  kaynak(['sources', ...words], { cwd: folder, env: NOW, ...(input === undefined ? {} : { input }) })
const file = () => readFileSync(join(folder, 'feeds.json'), 'utf8')

beforeAll(async () => {
  outlet = await site()
  const body = rssText('Morning Post', [{ title: 'Rain in Damascus', guid: '1' }])
  outlet.put('/the-feed.xml', { body, type: 'application/rss+xml' })
  outlet.put('/page', { body: '<html><head><title>Notes</title></head><body>Nothing here</body></html>', type: 'text/html' })
  outlet.put('/gone', { body: '', status: 410 })
  outlet.put('/no', { body: '', status: 403 })
})
afterAll(() => outlet.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-errors-'))
  const sources = ['north', 'south'].map((id) => ({ id, name: id, url: `${outlet.origin}/${id}.xml` }))
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0, timeoutMs: 2_000 }, sources }, undefined, 2),
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!isBuilt)('kaynak sources', () => {
  it.each<readonly [readonly string[], number, string]>([
    [['add'], 2, "error: missing required argument 'address' (kaynak sources add --help tells more)"],
    [['add', 'no address'], 2, 'kaynak: expected the address of a site or feed, such as example.org, got "no address"'],
    [
      ['add', 'ftp://x.example/'],
      2,
      'kaynak: expected the address of a site or feed, such as example.org, got "ftp://x.example/"',
    ],
    [['add', '{origin}/north.xml'], 2, 'kaynak: {origin}/north.xml: is watched already, as north'],
    [['add', '{origin}/gone'], 3, 'kaynak: {origin}/gone: it answered 410 Gone'],
    [['add', '{origin}/no'], 3, 'kaynak: {origin}/no: it answered 403 Forbidden'],
    [
      ['add', '{origin}/page'],
      3,
      'kaynak: {origin}/page: a web page: "Notes"; it names no feed, and none is in the usual places',
    ],
    [
      ['add', 'http://127.0.0.1:1/'],
      3,
      'kaynak: http://127.0.0.1:1/: 127.0.0.1 is not a public address; if it is meant, name 127.0.0.1:1 in fetch.allowPrivate',
    ],
    [
      ['add', '{origin}/the-feed.xml', '--yes', '--id', 'north'],
      2,
      'kaynak: the new source\'s id: there is a source "north" already',
    ],
    [
      ['add', '{origin}/the-feed.xml', '--every', 'often'],
      2,
      'kaynak: the new source\'s every: expected a duration such as "30m", "1h" or "2d", got "often"',
    ],
    [
      ['add', '{origin}/the-feed.xml', '--ownership', 'mine'],
      2,
      "error: option '--ownership <kind>' argument 'mine' is invalid. Allowed choices are state, public, independent, party, un, ngo, think-tank. (kaynak sources add --help tells more)",
    ],
    [
      ['add', '{origin}/page', '--kind', 'listing'],
      2,
      'kaynak: the new source\'s select: is missing: a listing needs at least "item"',
    ],
    [['remove', 'nroth'], 2, 'kaynak: feeds.json: there is no source "nroth" in the list (did you mean "north"?)'],
    [['enable', 'x'], 2, 'kaynak: feeds.json: there is no source "x" in the list (kaynak sources list shows them all)'],
    [['disable', 'suoth'], 2, 'kaynak: feeds.json: there is no source "suoth" in the list (did you mean "south"?)'],
    [['check', 'sout'], 2, 'kaynak: there is no source "sout" in the list (did you mean "south"?)'],
    [['check', 'north', '--strict', '--quiet'], 3, 'kaynak: north: it answered 404 Not Found'],
    [['import'], 2, "error: missing required argument 'file' (kaynak sources import --help tells more)"],
    [['import', 'none.opml'], 2, 'kaynak: none.opml: cannot be read: there is no such file or folder'],
    [['import', '.'], 2, 'kaynak: .: cannot be read: it is a folder'],
    [['import', 'feeds.json'], 2, 'kaynak: feeds.json: expected an outline of feeds, got no outline (OPML)'],
    [['import', '-'], 2, 'kaynak: stdin: expected an outline of feeds, got no outline (OPML)'],
    [
      ['list', 'more'],
      2,
      "error: too many arguments for 'list'. Expected 0 arguments but got 1: more. (kaynak sources list --help tells more)",
    ],
    [['chek'], 2, "error: unknown command 'chek' (Did you mean check?) (kaynak sources --help tells more)"],
    [['list', '--config', 'none.json'], 2, 'kaynak: none.json: there is no such file (kaynak init writes one to start from)'],
    [['list', '--config', '.'], 2, 'kaynak: .: cannot be read: it is a folder'],
  ])('%j ends with %i and says what is wrong', async (words, exit, said) => {
    const before = file()
    const ended = await run(words.map((word) => word.replace('{origin}', outlet.origin)))
    expect(ended.stderr).toBe(`${said.replaceAll('{origin}', outlet.origin)}\n`)
    expect(ended.exit).toBe(exit)
    expect(file()).toBe(before)
  })
  it('takes http where a site without a scheme speaks no TLS', async () => {
    const { exit, stdout } = await run(['add', `${outlet.host}/the-feed.xml`, '--yes'])
    expect(exit).toBe(0)
    expect(stdout).toContain('added to feeds.json as morning-post')
    expect(file()).toContain(`"${outlet.origin}/the-feed.xml"`)
  })
  it.each(['list', 'remove north', 'check', 'export', 'add x.example'])(
    '%s says where a damaged file is wrong',
    async (words) => {
      writeFileSync(join(folder, 'feeds.json'), '{\n  "title": "T"\n  "sources": []\n}')
      expect(await run(words.split(' '))).toMatchObject({
        exit: 2,
        stderr: 'kaynak: feeds.json:3: not valid JSON: comma expected\n',
      })
    },
  )
  it.skipIf(process.getuid?.() === 0)(
    'leaves a file that may not be written as it is (needs a user that is not root)',
    async () => {
      chmodSync(folder, 0o555)
      const ended = await run(['disable', 'north'])
      chmodSync(folder, 0o755)
      expect(ended).toMatchObject({
        exit: 4,
        stderr: 'kaynak: feeds.json: cannot be written: permission denied; it stands as it was\n',
      })
    },
  )
})

/** Lists as other readers export them, each with its own habits. */
const READERS: readonly (readonly [string, string])[] = [
  [
    'a reader that nests folders and writes text and title',
    '<opml version="1.0"><head><title>Subs</title></head><body><outline text="World" title="World"><outline text="Post &amp; Co" title="Post &amp; Co" type="rss" xmlUrl="https://post.example/feed?a=1&amp;b=2" htmlUrl="https://post.example/"/><outline text="Deep"><outline type="rss" text="Akhbar" xmlUrl="https://akhbar.example/rss"/></outline></outline></body></opml>',
  ],
  [
    'a reader that writes attributes of its own, a BOM and single quotes',
    "\ufeff<?xml version='1.0' encoding='UTF-8'?><opml xmlns:frss='https://freshrss.example/opml' version='2.0'><head><title/></head><body><outline type='rss' text='Köprü' title='Köprü' xmlUrl='https://kopru.example/rss' htmlUrl='https://kopru.example/' description='' frss:priority='important'/></body></opml>",
  ],
  [
    'a reader that writes no types, and lower-case names',
    '<opml version="1.1"><body><outline title="Field" xmlurl="https://field.example/atom.xml" htmlurl="https://field.example/"/></body></opml>',
  ],
]

describe.skipIf(!isBuilt)('kaynak sources import and export', () => {
  it.each(READERS)('round the list of %s', async (_what, opml) => {
    writeFileSync(join(folder, 'feeds.json'), '{ "title": "T", "sources": [] }')
    expect((await run(['import', '-', '--quiet'], opml)).exit).toBe(0)
    const watched = file()
    const { stdout: exported } = await run(['export'])
    writeFileSync(join(folder, 'feeds.json'), '{ "title": "T", "sources": [] }')
    expect(await run(['import', '-', '--quiet'], exported)).toMatchObject({ exit: 0, stderr: '' })
    expect(file()).toBe(watched)
    expect((await run(['export'])).stdout).toBe(exported)
    const named = [...opml.matchAll(/xmlUrl=["']([^"']*)/gi)].map(([, url = '']) => url.replaceAll('&amp;', '&'))
    const { sources }: { sources: { url: string }[] } = JSON.parse((await run(['list', '--json'])).stdout)
    expect(sources.map(({ url }) => url)).toEqual(named)
  })
})
