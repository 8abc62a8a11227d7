import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rssText } from '../helpers/feed-text.ts'
import { isBuilt, kaynak, type Running, start } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'

let folder: string
let outlet: Site
let running: Running
let base: string

const list = (entries: string): string =>
  `{ "title": "T", "schedule": "0 0 1 1 *", "fetch": { "allowPrivate": ["${outlet.host}"], "gapMs": 0 }, "sources": [\n${entries}\n] }\n`
const entry = (id: string, more = ''): string =>
  `  { "id": "${id}", "name": "${id}", "url": "${outlet.origin}/${id}.xml", "article": "never"${more} }`

function put(text: string): void {
  writeFileSync(join(folder, 'kept', 'feeds.json'), text)
}

function written(): string {
  return readFileSync(join(folder, 'kept', 'feeds.json'), 'utf8')
}

beforeAll(async () => {
  if (!isBuilt) return
  folder = mkdtempSync(join(tmpdir(), 'kaynak-console-'))
  outlet = await site()
  const date = new Date(Date.now() - 3_600_000).toUTCString()
  const items = ['Aleppo mends a bridge', 'Knives of Damascus steel', 'Rain'].map((title, at) => ({
    title,
    link: `https://a.example/${at}`,
    date,
  }))
  outlet.put('/a.xml', { body: rssText('A', items), type: 'application/rss+xml' })
  outlet.put('/page', { body: '<!doctype html><title>No feed here</title>', type: 'text/html' })
  mkdirSync(join(folder, 'kept'))
  put(list(entry('a')))
  symlinkSync(join('kept', 'feeds.json'), join(folder, 'feeds.json')) // as people keep it in a repository
  running = start(['watch', '--listen', '127.0.0.1:0', '--console'], { cwd: folder, timeoutMs: 600_000 })
  const line: { url: string } = JSON.parse(await running.line('console.started'))
  base = line.url
  await running.said('pass.ended')
})

beforeEach(() => put(list(`${entry('a')}, // ours\n${entry('b')}`)))

afterAll(async () => {
  running?.kill('SIGTERM')
  await running?.ended
  await outlet?.close()
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})

type Seen = { readonly status: number; readonly text: string; readonly version: string; readonly mark: string }

async function see(path: string): Promise<Seen> {
  return await seen(await fetch(`${base}${path}`))
}

async function seen(answer: Response): Promise<Seen> {
  const text = await answer.text()
  const value = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
  return { status: answer.status, text, version: value('version'), mark: value('mark') }
}

async function send(path: string, page: Seen, fields: Readonly<Record<string, string>> = {}): Promise<Seen> {
  const body = new URLSearchParams({ mark: page.mark, version: page.version, ...fields })
  return await seen(await fetch(`${base}${path}`, { method: 'POST', body, headers: { origin: new URL(base).origin } }))
}

/** The values that the form of a page holds, as a browser would send them. */
function formOf({ text }: Seen): Readonly<Record<string, string>> {
  const form = /<div class="fields">([\s\S]*?)<\/div>/.exec(text)?.[1] ?? ''
  const inputs = [...form.matchAll(/<input [^>]*name="(\w+)"[^>]* value="([^"]*)"/g)]
  const selects = [...form.matchAll(/<select [^>]*name="(\w+)"[\s\S]*?<\/select>/g)].map(
    (one) => [one[0], one[1], /<option selected>([^<]*)/.exec(one[0])?.[1] ?? ''] as const,
  )
  return Object.fromEntries([...inputs, ...selects].map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]))
}

describe.skipIf(!isBuilt)('kaynak watch --console, over HTTP', () => {
  it('writes behind a link, and leaves the link, the remarks and the rights of the file', async () => {
    chmodSync(join(folder, 'kept', 'feeds.json'), 0o640)
    const page = await see('source?id=a')
    expect((await send('source?id=a', page, { ...formOf(page), language: 'en' })).text).toContain('Saved.')
    expect(written()).toBe(list(`${entry('a', ', "language": "en"')}, // ours\n${entry('b')}`))
    expect(lstatSync(join(folder, 'feeds.json')).isSymbolicLink()).toBe(true)
    expect(lstatSync(join(folder, 'kept', 'feeds.json')).mode & 0o777).toBe(0o640)
  })

  it('shows a wrong entry with what is wrong, and mends it', async () => {
    put(list(`${entry('a')},\n${entry('b', ', "every": "often", "ownership": "pirate"')}`))
    expect((await see('')).text).toMatch(/left out: feeds\.json:\d+: sources\.1\.ownership: [^<]*every: expected a duration/)
    const page = await see('source?id=b')
    expect(formOf(page)).toMatchObject({ every: 'often', ownership: 'pirate' })
    const half = await send('source?id=b', page, { ...formOf(page), every: '2h' })
    expect(half.status).toBe(422)
    expect(half.text).toContain('id="ownership-fault"')
    expect(half.text).not.toContain('id="every-fault"')
    expect((await send('source?id=b', page, { ...formOf(page), every: '2h', ownership: '' })).text).toContain('Saved.')
    expect(written()).toBe(list(`${entry('a')},\n${entry('b', ', "every": "2h"')}`))
  })

  it('says of an id that stands twice, and of a key that it does not know, what only a person can mend', async () => {
    put(
      list(`${entry('a')},\n${entry('b', ', "evry": "1h"')},\n${entry('a', ', "name": "Another"').replace('"name": "a", ', '')}`),
    )
    expect((await see('')).text).toMatch(/class="notice bad">feeds\.json:\d+: sources\.2\.id: /)
    const twice = await see('source?id=a')
    expect(twice.status).toBe(503)
    expect(twice.text).toContain('stands in the list 2 times: only a person can tell which is meant')
    const page = await see('source?id=b')
    const answer = await send('source?id=b', page, { ...formOf(page), language: 'en' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('evry')
  })

  it('loses none of many changes that come at once', async () => {
    const page = await see('source?id=a')
    const changes = ['en', 'ar', 'tr', 'de'].map((language) => send('source?id=a', page, { ...formOf(page), language }))
    const other = await see('source?id=b')
    const pauses = send('pause?id=b', other)
    const statuses = (await Promise.all(changes)).map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, 409, 409, 409])
    expect((await pauses).text).toContain('Paused')
    expect(written()).toMatch(/"id": "a".*"language": "(en|ar|tr|de)" }, \/\/ ours\n.*"id": "b".*"enabled": false }/)
  })

  it('pauses nothing that somebody else has changed or removed meanwhile', async () => {
    const page = await see('source?id=b')
    put(list(`${entry('a')},\n${entry('b', ', "every": "5h"')}`))
    expect((await send('pause?id=b', page)).status).toBe(409)
    put(list(entry('a')))
    expect((await send('pause?id=b', page)).status).toBe(404)
    expect((await send('remove?id=b', page)).status).toBe(404)
    expect(written()).toBe(list(entry('a')))
  })

  it('writes nothing into a list that is damaged at the moment', async () => {
    const page = await see('source?id=a')
    put('{ "title": "T", "sources": [')
    const answer = await send('source?id=a', page, { ...formOf(page), language: 'en' })
    expect(answer.status).toBe(503)
    expect(answer.text).toContain('not valid JSON')
    expect(written()).toBe('{ "title": "T", "sources": [')
  })

  it('says why nothing is found at an address', async () => {
    const page = await see('add')
    for (const [address, words] of [
      [`${outlet.origin}/page`, 'it names no feed'],
      [`${outlet.origin}/nowhere`, '404'],
      ['http://10.1.2.3/feed', 'allowPrivate'],
      ['ftp://a.example/', 'expected the address of a site or feed'],
      ['', 'expected the address of a site or feed'],
    ] as const) {
      const answer = await send('add', page, { address })
      expect(answer.status, address).toBe(422)
      expect(answer.text, address).toContain(words)
    }
  })

  it('refuses a second entry with a known id or address', async () => {
    const page = await see('add')
    const fields = { id: 'a', name: 'Again', url: 'https://new.example/feed' }
    expect((await send('write', page, fields)).text).toMatch(/id="id-fault">there is a source &quot;a&quot; already/)
    const known = await send('write', page, { ...fields, id: 'c', url: `${outlet.origin}/a.xml` })
    expect(known.text).toMatch(/id="url-fault">is watched already, as a/)
    expect(written()).not.toContain('Again')
  })

  it('adds labels to a file that a person has written into, and never the same twice', async () => {
    const labels = join(folder, 'labels.jsonl')
    writeFileSync(labels, '{"id":"mine","title":"Rain on Sunday","lang":"en","relevant":false}')
    const page = await see('decisions')
    const [, source = '', key = ''] =
      /name="source" value="([^"]+)"><input type="hidden" name="entry" value="([^"]+)"/.exec(page.text) ?? []
    const fields = { source, entry: key.replaceAll('&amp;', '&'), relevant: 'true' }
    for (const relevant of ['true', 'true', 'false']) await send('label', page, { ...fields, relevant })
    const lines = readFileSync(labels, 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/"relevant":true/)
    expect((await send('label', page, { ...fields, entry: 'guid:unknown' })).status).toBe(404)
    const { exit, stdout } = await kaynak(['topic', 'test', '--labels', 'labels.jsonl', '--json'], { cwd: folder })
    expect([0, 1]).toContain(exit)
    expect(JSON.parse(stdout).labels.examples).toBe(2)
  })

  it('counts its answers in the metrics of the server', async () => {
    await see('nothing')
    expect(await (await fetch(new URL('../metrics', base))).text()).toMatch(/kaynak_http_answers_total\{status="404"\} [1-9]/)
  })
})
