import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { createConsole, type Serving } from '../../../src/serve/index.ts'
import { type Answer, ask, raw, served } from './ask.ts'
import { HOSTILE, type PaperOffice, paperOffice } from './paper-office.ts'

const TOKEN = 'a-token-of-the-operator'

type Opened = {
  readonly serving: Serving
  readonly office: PaperOffice
  readonly origin: string
  readonly later: (ms: number) => void
}

async function opened({
  token,
  change,
}: {
  readonly token?: string
  readonly change?: Parameters<typeof paperOffice>[0]
} = {}): Promise<Opened> {
  const office = paperOffice(change)
  let at = Date.parse('2026-11-25T12:00:00Z')
  let made = 0
  const console = createConsole({
    office,
    ...(token === undefined ? {} : { token }),
    names: ['console.example'],
    clock: { now: () => new Date(at) },
    log: () => undefined,
    random: () => {
      made += 1
      return `random-${made}`
    },
  })
  const serving = await served(tmpdir(), { console })
  return {
    serving,
    office,
    origin: serving.url.slice(0, -1),
    later: (ms) => {
      at += ms
    },
  }
}

async function markOf({ serving }: Opened, path = '/console/', headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const { body } = await ask(serving, path, { headers })
  return /name="mark" value="([^"]+)"/.exec(body.toString())?.[1] ?? ''
}

type Sent = {
  readonly headers?: Readonly<Record<string, string>>
  readonly mark?: string
  readonly fields?: Readonly<Record<string, string>>
}

async function send({ serving, origin }: Opened, path: string, { headers = {}, mark = '', fields = {} }: Sent): Promise<Answer> {
  return await ask(serving, path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ mark, ...fields }).toString(),
  })
}

const VIEWS = ['/console/', '/console/add', '/console/source?id=post', '/console/remove?id=post', '/console/decisions'] as const
const DEEDS = [
  ['/console/add', 'find x'],
  ['/console/write', 'add '],
  ['/console/source?id=post', 'edit post '],
  ['/console/pause?id=post', 'pause post'],
  ['/console/resume?id=post', 'resume post'],
  ['/console/remove?id=post', 'remove post'],
  ['/console/check?id=post', 'check post'],
  ['/console/read?id=post', 'read post'],
  ['/console/read', 'read due'],
  ['/console/label', 'label  false'],
] as const

describe('the console without a token', () => {
  it.each(VIEWS)('shows %s, with no word of a feed as markup and with a policy that allows no script', async (path) => {
    const { serving } = await opened()
    const { status, headers, body } = await ask(serving, path)
    expect(status).toBe(200)
    const html = body.toString()
    for (const tag of ['<script', '<img', 'onerror=alert(2)>']) expect(html).not.toContain(tag)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^;]+; img-src data:; form-action 'self'/,
    )
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  })

  it.each(DEEDS)('does what is asked for by POST %s with the mark of its own form', async (path, deed) => {
    const console = await opened()
    const answer = await send(console, path, { mark: await markOf(console), fields: { address: 'x' } })
    expect(console.office.deeds).toEqual([deed])
    expect([200, 303]).toContain(answer.status)
    expect(answer.body.toString()).not.toContain('<script')
  })

  it.each([
    ['no mark', {}],
    ['a wrong mark', { mark: 'x'.repeat(43) }],
  ])('does nothing for a form with %s', async (_, sent) => {
    for (const [path] of DEEDS) {
      const console = await opened()
      expect((await send(console, path, sent)).status).toBe(403)
      expect(console.office.deeds).toEqual([])
    }
  })

  it.each([
    ['of another site', { origin: 'http://evil.example' }],
    ['of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['without an origin', { origin: '' }],
    ['with a hidden origin', { origin: 'null' }],
    ['that a browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['that a browser calls same-site', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }],
    ['that is no form', { 'content-type': 'text/plain' }],
  ])('does nothing for a request %s, whatever mark it holds', async (_, headers) => {
    const console = await opened()
    const { status } = await send(console, '/console/pause?id=post', { mark: await markOf(console), headers })
    expect([403, 415]).toContain(status)
    expect(console.office.deeds).toEqual([])
  })

  it.each([
    'evil.example',
    'console.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.1.7',
    '',
    'localhost:80:80',
  ])('answers nobody who calls it %j', async (host) => {
    const { serving } = await opened()
    const answer = await raw(serving, `GET /console/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 4(00|03) /)
    expect(answer).not.toContain('name="mark"')
  })

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST:9000', '[::1]:8080', '127.8.8.8'])(
    'answers to the name %s, tunnels included',
    async (host) => {
      const { serving } = await opened()
      expect((await ask(serving, '/console/', { headers: { host } })).status).toBe(200)
    },
  )

  it.each(['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'])('refuses what a proxy passes on (%s)', async (name) => {
    const { serving } = await opened()
    expect((await ask(serving, '/console/', { headers: { [name]: '10.0.0.1' } })).status).toBe(403)
  })

  it('lets a person follow a link to it, and no other site’s page load it', async () => {
    const { serving } = await opened()
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    const image = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    expect((await ask(serving, '/console/', { headers: link })).status).toBe(200)
    expect((await ask(serving, '/console/', { headers: image })).status).toBe(403)
  })

  it('takes no form above 64 kB, announced or not', async () => {
    const console = await opened()
    const mark = await markOf(console)
    expect((await send(console, '/console/write', { mark, fields: { name: 'x'.repeat(64_000) } })).status).toBe(413)
    const head = `POST /console/write HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`
    const chunk = `10000\r\n${'x'.repeat(0x1_0000)}\r\n`
    expect(await raw(console.serving, `${head}${chunk}${chunk}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
    expect(console.office.deeds).toEqual([])
  })

  it('changes nothing by GET and knows no other method', async () => {
    const console = await opened()
    for (const [path] of DEEDS) await ask(console.serving, path)
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await ask(console.serving, '/console/source?id=post', { method })).status).toBe(405)
    expect(console.office.deeds).toEqual([])
  })

  it('says what was wrong by its field, and that somebody else was faster, and writes neither', async () => {
    const wrong = await opened({ change: { kind: 'wrong', problems: [{ field: 'every', words: 'expected a duration' }] } })
    const answer = await send(wrong, '/console/source?id=post', {
      mark: await markOf(wrong),
      fields: { name: 'N', every: 'often' },
    })
    expect(answer.status).toBe(422)
    expect(answer.body.toString()).toMatch(
      /name="every"[^>]*aria-invalid="true"[^>]*value="often"[\s\S]*id="every-fault">expected a duration/,
    )
    const stale = await opened({ change: { kind: 'stale', words: 'somebody else changed it' } })
    const late = await send(stale, '/console/source?id=post', { mark: await markOf(stale), fields: { every: '2h' } })
    expect(late.status).toBe(409)
    expect(late.body.toString()).toContain('somebody else changed it You had: name “”, ownership “”, every “2h”.')
    expect(late.body.toString()).not.toContain('value="2h"')
  })

  it('says nothing that an address makes up, and leads nowhere else', async () => {
    const console = await opened()
    expect((await ask(console.serving, '/console/?done=constructor')).body.toString()).not.toContain('class="notice good"')
    const mark = await markOf(console)
    const fields = { source: 'post', back: '//evil.example/?x', at: '7', relevant: 'true' }
    const { headers } = await send(console, '/console/label', { mark, fields })
    expect(headers['location']).toBe('decisions?%2F%2Fevil.example%2F%3Fx=&done=labelled#v7')
  })

  it('leads from /console to /console/, and answers 404 for what is not there', async () => {
    const { serving } = await opened()
    expect(await ask(serving, '/console')).toMatchObject({ status: 301, headers: { location: 'console/' } })
    expect((await ask(serving, '/console/nothing')).status).toBe(404)
    expect((await ask(serving, '/console/source?id=nobody')).status).toBe(404)
    expect((await ask(serving, '/consoles')).status).toBe(404)
  })

  it('is not there where it was not asked for', async () => {
    expect((await ask(await served(tmpdir()), '/console/')).status).toBe(404)
  })
})

describe('the console behind a token', () => {
  async function signedIn(console: Opened, token = TOKEN): Promise<string> {
    const { headers } = await send(console, '/console/login', { fields: { token } })
    return String(headers['set-cookie'] ?? '').split(';')[0] ?? ''
  }

  it('shows nothing but the door to whoever has not signed in', async () => {
    const console = await opened({ token: TOKEN })
    for (const path of VIEWS)
      expect(await ask(console.serving, path)).toMatchObject({ status: 303, headers: { location: 'login' } })
    for (const [path] of DEEDS) expect((await send(console, path, {})).status).toBe(401)
    expect((await ask(console.serving, '/console/login')).body.toString()).not.toContain(HOSTILE.slice(0, 7))
    expect(console.office.deeds).toEqual([])
  })

  it('opens a session by a cookie for no script and no other site, and closes it', async () => {
    const console = await opened({ token: TOKEN })
    const { status, headers } = await send(console, '/console/login', { fields: { token: TOKEN } })
    expect(status).toBe(303)
    expect(String(headers['set-cookie'])).toMatch(/^kaynak_console_\d+=random-\d+; Max-Age=43200; HttpOnly; SameSite=Strict$/)
    const cookie = await signedIn(console)
    const mark = await markOf(console, '/console/', { cookie })
    expect((await send(console, '/console/pause?id=post', { mark, headers: { cookie } })).status).toBe(303)
    const other = await signedIn(console)
    expect((await send(console, '/console/pause?id=post', { mark, headers: { cookie: other } })).status).toBe(403) // the mark of another session
    expect(console.office.deeds).toEqual(['pause post'])
    await send(console, '/console/logout', { mark, headers: { cookie } })
    expect((await ask(console.serving, '/console/', { headers: { cookie } })).status).toBe(303)
    expect((await ask(console.serving, '/console/', { headers: { cookie: other } })).status).toBe(200)
  })

  it('ends a session after half a day', async () => {
    const console = await opened({ token: TOKEN })
    const cookie = await signedIn(console)
    console.later(11 * 3_600_000)
    expect((await ask(console.serving, '/console/', { headers: { cookie } })).status).toBe(200)
    console.later(3_600_001)
    expect((await ask(console.serving, '/console/', { headers: { cookie } })).status).toBe(303)
  })

  it('takes the token in a header from programs, without cookie and mark', async () => {
    const console = await opened({ token: TOKEN })
    const headers = { authorization: `Bearer ${TOKEN}` }
    expect((await ask(console.serving, '/console/decisions', { headers })).status).toBe(200)
    const body = 'x=1'
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await ask(console.serving, '/console/pause?id=post', {
      method: 'POST',
      headers: { ...headers, ...form },
      body,
    })
    expect(answer.status).toBe(303)
    expect(console.office.deeds).toEqual(['pause post'])
    expect((await ask(console.serving, '/console/', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
    const foreign = { ...headers, ...form, origin: 'http://evil.example' }
    expect((await ask(console.serving, '/console/pause?id=post', { method: 'POST', headers: foreign, body })).status).toBe(403)
  })

  it('answers nobody for a minute after twenty wrong tokens', async () => {
    const console = await opened({ token: TOKEN })
    for (let tries = 0; tries < 20; tries += 1) expect(await signedIn(console, `wrong ${tries}`)).toBe('')
    expect(await signedIn(console)).toBe('')
    console.later(60_001)
    expect(await signedIn(console)).not.toBe('')
  })

  it.each(['console.example', 'CONSOLE.example:8443', '192.168.1.7:8080', '[2001:db8::1]'])(
    'answers to the name %s',
    async (host) => {
      const { serving } = await opened({ token: TOKEN })
      expect((await ask(serving, '/console/login', { headers: { host } })).status).toBe(200)
    },
  )

  it('answers to no other name, whoever has the token', async () => {
    const { serving } = await opened({ token: TOKEN })
    const headers = { host: 'evil.example', authorization: `Bearer ${TOKEN}` }
    expect((await ask(serving, '/console/', { headers })).status).toBe(403)
  })
})
