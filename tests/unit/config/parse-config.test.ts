import { describe, expect, it } from 'vitest'
import { type ConfigChecks, configJsonSchema, durationMs, parseConfig } from '../../../src/config/index.ts'

const checks: ConfigChecks = {
  schedule: (expression) => (expression === 'never' ? 'expected a cron expression, got "never"' : undefined),
  selector: (css) => (css === '>>' ? 'is no CSS selector: ">>"' : undefined),
  allowance: (entry) => (entry.includes(':') ? undefined : `expected HOST:PORT, got "${entry}"`),
}

function read(text: string, env: Record<string, string> = {}) {
  return parseConfig(text, { file: 'feeds.json', checks, env })
}

const SOURCE = '{ "id": "a", "name": "A", "url": "https://a.example/feed" }'

function config(text: string, env: Record<string, string> = {}) {
  const reading = read(text, env)
  if (reading.kind !== 'config') throw new Error(reading.problems.map((problem) => problem.text).join('\n'))
  return reading
}

describe('parseConfig', () => {
  it('fills in every default of a file that says the least', () => {
    const { config: read } = config(`{ "title": "T", "sources": [${SOURCE}] }`)
    expect(read).toMatchObject({
      language: 'en',
      topic: 'syria',
      window: { items: 200, days: 30 },
      fetch: { perHost: 2, allowPrivate: [] },
    })
    expect(read.sources[0]).toMatchObject({
      kind: 'feed',
      republish: 'excerpt',
      excerptWords: 60,
      article: 'when-needed',
      everyMs: 3_600_000,
    })
  })

  it('reads comments and trailing commas', () => {
    expect(config(`{ // why\n "title": "T", /* and */ "sources": [${SOURCE},], }`).problems).toEqual([])
  })

  it('hands the republishing policy of the file to the sources that state none', () => {
    const { config: read } = config(
      `{ "title": "T", "republish": "link", "sources": [${SOURCE}, { "id": "b", "name": "B", "url": "https://b.example/", "republish": "full" }] }`,
    )
    expect(read.sources.map((source) => source.republish)).toEqual(['link', 'full'])
  })

  it('says all problems at once, each with its line', () => {
    const reading = read(`{
  "title": "T",
  "topics": "syria",
  "window": { "items": 0, "dayz": 3 },
  "sources": [
    { "id": "a", "name": "A", "url": "htp://x" },
    { "id": "B", "name": "B", "url": "https://b.example/", "ownership": "stat" }
  ]
}`)
    expect(reading.kind).toBe('unusable')
    expect(reading.problems.map((problem) => problem.text)).toEqual([
      'feeds.json:3: unknown key "topics" (did you mean "topic"?)',
      'feeds.json:4: window.items: expected at least 1, got 0',
      'feeds.json:4: window: unknown key "dayz" (did you mean "days"?)',
      'feeds.json:6: sources.0.url: expected an http(s) address, got "htp://x"',
      'feeds.json:7: sources.1.id: expected 1 to 64 of a-z, 0-9 and "-", starting with a letter or digit, got "B"',
      'feeds.json:7: sources.1.ownership: expected "state", "public", "independent", "party", "un", "ngo", "think-tank", got "stat" (did you mean "state"?)',
    ])
  })

  it.each([
    ['a wrong address', '{ "id": "b", "name": "B", "url": "ftp://b.example" }', 'sources.1.url: expected an http(s) address'],
    [
      'user-info in the address',
      '{ "id": "b", "name": "B", "url": "https://me:secret@b.example/" }',
      'sources.1.url: expected an http(s) address',
    ],
    [
      'an id that is taken',
      '{ "id": "a", "name": "B", "url": "https://b.example" }',
      'expected an id of its own, but "a" is already sources.0',
    ],
    [
      'an id that leaves the folder',
      '{ "id": "../b", "name": "B", "url": "https://b.example" }',
      'sources.1.id: expected 1 to 64 of a-z',
    ],
    [
      'a listing without selectors',
      '{ "id": "b", "name": "B", "url": "https://b.example", "kind": "listing" }',
      'sources.1.select: is missing',
    ],
    [
      'a selector that is none',
      '{ "id": "b", "name": "B", "url": "https://b.example", "kind": "listing", "select": { "item": ">>" } }',
      'sources.1.select.item: is no CSS selector',
    ],
    ['something that is no object', '7', 'sources.1: expected an object, got 7'],
  ])('leaves out and names a source with %s, and keeps the others', (_, entry, words) => {
    const { config: read, problems } = config(`{ "title": "T", "sources": [${SOURCE}, ${entry}] }`)
    expect(read.sources.map((source) => source.id)).toEqual(['a'])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.text).toContain(words)
    expect(problems[0]?.source).toBeDefined()
  })

  it.each([
    ['{', 'not valid JSON'],
    ['', 'not valid JSON'],
    ['[]', 'expected an object, got []'],
    ['{ "title": "T", "title": "U", "sources": [] }', 'the key "title" stands here a second time'],
    ['{ "title": "T" }', 'sources: is missing'],
    ['{ "title": "T", "schedule": "never", "sources": [] }', 'schedule: expected a cron expression'],
    ['{ "title": "T", "fetch": { "allowPrivate": ["localhost"] }, "sources": [] }', 'fetch.allowPrivate.0: expected HOST:PORT'],
  ])('calls %j unusable', (text, words) => {
    const reading = read(text)
    expect(reading.kind).toBe('unusable')
    expect(reading.problems[0]?.text).toContain(words)
  })

  it('lets the environment win over the file', () => {
    const env = { KAYNAK_TITLE: 'E', KAYNAK_FETCH_TIMEOUT_MS: '500', KAYNAK_FETCH_ALLOW_PRIVATE: 'localhost:1,10.0.0.0/8:80' }
    const { config: read } = config(`{ "title": "T", "sources": [] }`, env)
    expect(read).toMatchObject({ title: 'E', fetch: { timeoutMs: 500, allowPrivate: ['localhost:1', '10.0.0.0/8:80'] } })
  })

  it('says which value of the environment is wrong', () => {
    const reading = read(`{ "title": "T", "sources": [] }`, { KAYNAK_WINDOW_ITEMS: 'many' })
    expect(reading.problems[0]?.text).toBe('KAYNAK_WINDOW_ITEMS: expected a number, got "many"')
  })

  it('treats a home page as the folder that its files are relative to', () => {
    expect(config(`{ "title": "T", "homePage": "https://a.example/syria", "sources": [] }`).config.homePage).toBe(
      'https://a.example/syria/',
    )
  })

  it('touches no built-in object when a key is named __proto__', () => {
    expect(read(`{ "title": "T", "__proto__": { "polluted": 1 }, "sources": [] }`).kind).toBe('unusable')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('durationMs', () => {
  it.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['2d', 172_800_000],
    ['0h', undefined],
    ['1 h', undefined],
    ['h', undefined],
  ])('reads %j', (text, ms) => {
    expect(durationMs(text)).toBe(ms)
  })
})

describe('configJsonSchema', () => {
  it('is the file that editors are pointed to', async () => {
    await expect(`${JSON.stringify(configJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot('../../../feeds.schema.json')
  })
})
