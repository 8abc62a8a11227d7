import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '../../../src/cli/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaynak-topic-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Said = { readonly exit: number; readonly out: string; readonly err: string }

async function kaynak(words: readonly string[], lines: readonly object[] = []): Promise<Said> {
  const said = { out: '', err: '' }
  const sink = (name: 'out' | 'err'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk)
        done()
      },
    })
  const exit = await main({
    argv: ['node', 'kaynak', ...words],
    env: {},
    stdin: Readable.from([lines.map((line) => `${JSON.stringify(line)}\n`).join('')]),
    stdout: sink('out'),
    stderr: sink('err'),
    cwd: () => folder,
  })
  return { exit, ...said }
}

function file(name: string, value: unknown): string {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))
  return name
}

const ORCHARDS = {
  id: 'orchards',
  name: 'Orchards',
  version: 1,
  groups: [{ id: 'orchard', role: 'core', weight: 3, terms: { en: ['orchard(s)'] } }],
  tests: [{ title: 'Orchards in bloom', lang: 'en', expect: true }],
}

const answersOf = (out: string): readonly unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

describe('kaynak match', () => {
  it('answers each line with a verdict and its reasons, in order', async () => {
    const { exit, out } = await kaynak(
      ['match'],
      [
        { id: 'a', title: 'Aleppo rebuilds its market', lang: 'en' },
        { id: 'b', title: 'Rain on Sunday', lang: 'en' },
        { id: 'c', title: 'Suriyeliler dönüyor' },
      ],
    )
    expect(exit).toBe(0)
    expect(answersOf(out)).toEqual([
      {
        id: 'a',
        relevant: true,
        band: 'yes',
        score: 3,
        threshold: 2,
        reasons: [{ term: 'aleppo', lang: 'en', field: 'title', weight: 3 }],
      },
      { id: 'b', relevant: false, band: 'no', score: 0, threshold: 2, reasons: [], nearest: 'names no term of the topic' },
      expect.objectContaining({ id: 'c', relevant: true }),
    ])
  })

  it('judges by a topic of one own', async () => {
    const { out } = await kaynak(
      ['match', '--topic', file('orchards.json', ORCHARDS)],
      [
        { id: 1, title: 'An orchard' },
        { id: 2, title: 'Syria' },
      ],
    )
    expect(answersOf(out)).toMatchObject([
      { id: 1, relevant: true },
      { id: 2, relevant: false },
    ])
  })

  it('answers a line without text with an error, goes on, and ends with 1', async () => {
    const { exit, out } = await kaynak(['match'], [{ id: 1 }, { id: 2, summary: 'Homs' }])
    expect(exit).toBe(1)
    expect(answersOf(out)).toMatchObject([
      { id: 1, error: { code: 'no-title' } },
      { id: 2, relevant: true },
    ])
  })

  it.each([
    ['a name that is neither shipped nor a file', 'nowhere.json', /neither shipped \(syria, earthquakes\) nor a file/],
    ['a file that is no JSON', file('broken.json', '{'), /not valid JSON/],
    [
      'a topic with mistakes',
      file('wrong.json', { ...ORCHARDS, colour: 1, version: 0 }),
      /version.*\n.*colour|colour.*\n.*version/s,
    ],
  ])('ends with 2 and a line for each problem of %s', async (_, topic, message) => {
    const { exit, err } = await kaynak(['match', '--topic', topic])
    expect(exit).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('kaynak topic', () => {
  it('test runs the examples of a topic', async () => {
    expect(await kaynak(['topic', 'test', 'earthquakes'])).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/all decided as they should be/),
    })
  })

  it('test ends with 1 and shows an example that is decided otherwise', async () => {
    const name = file('failing.json', { ...ORCHARDS, tests: [{ title: 'Rain', expect: true }] })
    const { exit, out } = await kaynak(['topic', 'test', name])
    expect(exit).toBe(1)
    expect(out).toMatch(/expected to be kept \(0 of 2\): Rain/)
  })

  it('audit lists terms that stand alone, from stdin as from a file', async () => {
    const { exit, out } = await kaynak(['topic', 'audit', '-'], [{ title: 'Homs and Hama in the rain', lang: 'en' }])
    expect(exit).toBe(0)
    expect(out).toMatch(/1\s+1\s+1\s+en homs \(homs\)\n\s+Homs and Hama/)
  })

  it('diff shows what an edited topic keeps more and what it drops', async () => {
    const items = file('items.jsonl', '{"title":"Orchard"}\n\n{"title":"Vineyard"}\n')
    file('orchards.json', ORCHARDS)
    const edited = file('vineyards.json', { ...ORCHARDS, groups: [{ ...ORCHARDS.groups[0], terms: { en: ['vineyard'] } }] })
    const { exit, out } = await kaynak(['topic', 'diff', edited, '--items', items, '--topic', 'orchards.json'])
    expect(exit).toBe(0)
    expect(out).toBe('+ 0 -> 3  Vineyard\n- 3 -> 0  Orchard\n2 items: 1 more kept, 1 more dropped\n')
  })

  it('names the line of a file of items that is no item', async () => {
    const { exit, err } = await kaynak(['topic', 'audit', file('bad.jsonl', '{"title":"Homs"}\n[]\n')])
    expect([exit, err]).toEqual([2, 'kaynak: bad.jsonl:2: expected an object with a "title"\n'])
  })
})

describe('kaynak topic test --labels', () => {
  const label = (id: string, title: string, relevant: boolean): object => ({ id, title, lang: 'en', relevant })

  it('judges what a person labelled beside the topic’s own examples, and the last word on an entry counts', async () => {
    const topic = file('labelled.json', ORCHARDS)
    const lines = [
      label('a', 'Orchards in bloom', false),
      label('b', 'Rain on Sunday', false),
      label('a', 'Orchards in bloom', true),
    ]
    expect(await kaynak(['topic', 'test', topic, '--labels', '-'], lines)).toMatchObject({
      exit: 0,
      out: 'labelled.json: 1 examples, all decided as they should be\n- by labelled.json: 2 labels, all decided as they should be\n',
    })
    const wrong = await kaynak(['topic', 'test', topic, '--labels', '-'], [label('c', 'Rain on Sunday', true)])
    expect(wrong.exit).toBe(1)
    expect(wrong.out).toContain('expected to be kept (0 of 2): Rain on Sunday')
    const told = await kaynak(['topic', 'test', topic, '--labels', '-', '--json'], [label('c', 'Rain on Sunday', true)])
    expect(JSON.parse(told.out)).toMatchObject({ examples: 1, failed: [], labels: { examples: 1, failed: [{ expected: true }] } })
  })

  it('names the line that is no label', async () => {
    const { exit, err } = await kaynak(['topic', 'test', '--labels', '-'], [label('a', 'Aleppo', true), { title: 'Homs' }])
    expect(exit).toBe(2)
    expect(err).toContain('-:2: expected an object with a "title", and "relevant" true or false')
  })
})
