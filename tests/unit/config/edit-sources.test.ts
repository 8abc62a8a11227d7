import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addSources,
  editSource,
  type NewEntry,
  parseConfig,
  removeSource,
  type SourcesEdit,
  setEnabled,
  sourceEntry,
} from '../../../src/config/index.ts'

const NEW = { id: 'new', name: 'New', url: 'https://new.example/feed' }

function addSource(before: string, entry: NewEntry): SourcesEdit {
  return addSources(before, [entry])
}

/** The text that came out; a problem's words otherwise, so that a test shows them. */
function text(edit: SourcesEdit): string {
  return edit.kind === 'edited' ? edit.text : edit.words
}

function ids(json: string): readonly string[] {
  const reading = parseConfig(json, {
    file: 'feeds.json',
    checks: { schedule: () => undefined, selector: () => undefined, allowance: () => undefined },
  })
  if (reading.kind !== 'config' || reading.problems.length > 0)
    throw new Error(`${reading.problems.map((one) => one.text).join('\n')}\n${json}`)
  return reading.config.sources.map(({ id, enabled }) => (enabled ? id : `${id} off`))
}

const LINES = `{
  // what readers see
  "title": "T",
  "sources": [
    // the north
    { "id": "a", "name": "A", "url": "https://a.example/feed" }, // asked weekly
    // the south
    { "id": "b", "name": "B", "url": "https://b.example/feed" } /* slow */ // since May
    // { "id": "c" }
  ]
}
`

const TALL =
  '{\r\n\t"title": "T",\r\n\t"sources": [\r\n\t\t{\r\n\t\t\t"id": "a",\r\n\t\t\t"name": "A", "url": "https://a.example/feed",\r\n\t\t},\r\n\t],\r\n}\r\n'

const FLAT =
  '{"title":"T","sources":[{"id":"a","name":"A","url":"https://a.example/"}, {"id":"b","name":"B","url":"https://b.example/"}]}'

describe('addSources', () => {
  it('writes the entry as its neighbour is written, and leaves everything else alone', () => {
    expect(text(addSource(LINES, NEW))).toBe(
      LINES.replace(
        'feed" } /* slow */ // since May\n',
        'feed" }, /* slow */ // since May\n    { "id": "new", "name": "New", "url": "https://new.example/feed" }\n',
      ),
    )
  })

  it('keeps tabs, carriage returns, trailing commas and entries on several lines', () => {
    expect(text(addSource(TALL, NEW))).toBe(
      TALL.replace(
        '\t\t},\r\n\t],',
        '\t\t},\r\n\t\t{\r\n\t\t\t"id": "new",\r\n\t\t\t"name": "New",\r\n\t\t\t"url": "https://new.example/feed"\r\n\t\t},\r\n\t],',
      ),
    )
  })

  it.each([
    [FLAT, FLAT.replace(']', ', { "id": "new", "name": "New", "url": "https://new.example/feed" }]')],
    [
      '{\n  "title": "T",\n  "sources": []\n}',
      '{\n  "title": "T",\n  "sources": [\n    {\n      "id": "new",\n      "name": "New",\n      "url": "https://new.example/feed"\n    }\n  ]\n}',
    ],
    [
      '{ "title": "T", "sources": [ // none yet\n] }',
      '{ "title": "T", "sources": [ // none yet\n  {\n    "id": "new",\n    "name": "New",\n    "url": "https://new.example/feed"\n  }\n] }',
    ],
  ])('puts an entry into %j', (before, after) => {
    expect(text(addSource(before, NEW))).toBe(after)
  })

  it('puts in many at once, or none', () => {
    expect(ids(text(addSources(LINES, [NEW, { ...NEW, id: 'newer' }])))).toEqual(['a', 'b', 'new', 'newer'])
    expect(ids(text(addSources('{"title": "T", "sources": []}', [NEW, { ...NEW, id: 'newer' }])))).toEqual(['new', 'newer'])
    expect(text(addSources(LINES, []))).toBe(LINES)
    expect(text(addSources(LINES, [NEW, NEW]))).toBe('there is a source "new" already')
  })

  it('writes selectors and values as JSON, whatever they hold', () => {
    const entry = { ...NEW, name: 'A "B"\n// C', kind: 'listing', select: { item: 'article', link: 'a' } }
    const after = text(addSource(LINES, entry))
    expect(after).toContain(
      '"name": "A \\"B\\"\\n// C", "url": "https://new.example/feed", "kind": "listing", "select": { "item": "article", "link": "a" } }',
    )
    expect(ids(after)).toEqual(['a', 'b', 'new'])
  })

  it.each([
    [LINES, { ...NEW, id: 'a' }, 'there is a source "a" already'],
    ['{ "title": "T" }', NEW, 'expected a feeds.json that can be read, with a list of sources'],
    ['{ "sources": [', NEW, 'expected a feeds.json that can be read, with a list of sources'],
    ['', NEW, 'expected a feeds.json that can be read, with a list of sources'],
  ])('changes nothing in %j for %j', (before, entry, words) => {
    expect(addSource(before, entry)).toEqual({ kind: 'problem', words })
  })
})

describe('removeSource', () => {
  it('takes the entry and the remark behind it, and leaves remarks on lines of their own', () => {
    expect(text(removeSource(LINES, 'a'))).toBe(LINES.replace(/ {4}\{ "id": "a".*\n/, ''))
    expect(text(removeSource(LINES, 'b'))).toBe(LINES.replace('feed" }, //', 'feed" } //').replace(/ {4}\{ "id": "b".*\n/, ''))
  })

  it('takes the entry out of a line that holds others', () => {
    expect(text(removeSource(FLAT, 'a'))).toBe('{"title":"T","sources":[{"id":"b","name":"B","url":"https://b.example/"}]}')
    expect(text(removeSource(FLAT, 'b'))).toBe('{"title":"T","sources":[{"id":"a","name":"A","url":"https://a.example/"}]}')
  })

  it('takes an entry of several lines', () => {
    expect(text(removeSource(TALL, 'a'))).toBe('{\r\n\t"title": "T",\r\n\t"sources": [\r\n\t],\r\n}\r\n')
  })

  it('refuses an id that is not there or stands there twice', () => {
    expect(text(removeSource(LINES, 'c'))).toBe('there is no source "c" in the list (kaynak sources list shows them all)')
    expect(text(removeSource(FLAT.replace('"b"', '"a"'), 'a'))).toMatch(/^the id "a" stands in the list 2 times/)
  })
})

describe('setEnabled', () => {
  it('adds the switch where there is none, and turns the one that is there', () => {
    const off = text(setEnabled(LINES, 'b', false))
    expect(off).toBe(LINES.replace('b.example/feed" }', 'b.example/feed", "enabled": false }'))
    expect(text(setEnabled(off, 'b', true))).toBe(off.replace('false', 'true'))
    expect(text(setEnabled(LINES, 'b', true))).toBe(LINES)
  })

  it('keeps to the layout of an entry of several lines', () => {
    expect(text(setEnabled(TALL, 'a', false))).toBe(TALL.replace('a.example/feed",', 'a.example/feed", "enabled": false,'))
    const alone = TALL.replace('"name": "A", "url"', '"name": "A",\r\n\t\t\t"url"').replace('feed",', 'feed" // why')
    expect(text(setEnabled(alone, 'a', false))).toBe(alone.replace('feed" // why', 'feed", // why\r\n\t\t\t"enabled": false'))
  })
})

describe('every edit', () => {
  const space = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\r\n',
    '\n    ',
    '\t',
    ' // a, ] }\n',
    '/* { " */',
    '\n// [\n',
    ' /* one\n two */ ',
  )
  const entry = (id: string) =>
    fc
      .tuple(space, space, space, fc.boolean(), fc.boolean())
      .map(
        ([one, two, three, comma, isOff]) =>
          `{${one}"id":${two}"${id}",${three}"name": "N",${one}"url": "https://${id}.example/"${isOff ? `,${two}"enabled": false` : ''}${three}${comma ? ',' : ''}${one}}`,
      )
  const file = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.boolean())
    .chain(([count, comma]) =>
      fc.tuple(
        fc.tuple(...Array.from({ length: count }, (_, at) => entry(`s${at}`))),
        fc.array(space, { minLength: 12, maxLength: 12 }),
        fc.constant(comma && count > 0),
      ),
    )
    .map(([entries, spaces, comma]) => {
      const body = entries.map((one, at) => `${spaces[at] ?? ''}${one}${spaces[at + 5] ?? ''}`).join(',')
      return `{"title": "T",${spaces[10] ?? ''}"sources": [${body}${comma ? ',' : ''}${spaces[11] ?? ''}]}`
    })

  it('leaves a file that can be read, with the others as they were and every remark in it', () => {
    fc.assert(
      fc.property(file, fc.nat(3), (before, at) => {
        const known = ids(before)
        expect(ids(text(addSource(before, NEW)))).toEqual([...known, 'new'])
        const target = `s${at}`
        if (!known.some((id) => id.split(' ')[0] === target)) return
        expect(ids(text(removeSource(before, target)))).toEqual(known.filter((id) => id.split(' ')[0] !== target))
        const off = text(setEnabled(before, target, false))
        expect(ids(off)).toEqual(known.map((id) => (id === target ? `${id} off` : id)))
        expect(ids(text(setEnabled(off, target, true)))).toEqual(known.map((id) => (id === `${target} off` ? target : id)))
        const changed = text(editSource(before, target, { name: 'Other', every: '2h', enabled: undefined }))
        expect(sourceEntry(changed, target)).toEqual({
          id: target,
          name: 'Other',
          url: `https://${target}.example/`,
          every: '2h',
        })
        expect(ids(changed)).toEqual(known.map((id) => (id === `${target} off` ? target : id)))
        for (const after of [text(addSource(before, NEW)), off]) expect(remarks(after)).toEqual(remarks(before))
      }),
      { numRuns: 400 },
    )
  })
})

describe('editSource', () => {
  it('changes a value, adds a key and takes one out, and leaves every other character alone', () => {
    expect(text(editSource(LINES, 'a', { name: 'Ä "1"', every: '2h' }))).toBe(
      LINES.replace(
        '"name": "A", "url": "https://a.example/feed"',
        '"name": "Ä \\"1\\"", "url": "https://a.example/feed", "every": "2h"',
      ),
    )
    expect(text(editSource(TALL, 'a', { country: 'SY', name: undefined }))).toBe(
      TALL.replace('"name": "A", "url": "https://a.example/feed",', '"url": "https://a.example/feed", "country": "SY",'),
    )
    const both = text(editSource(LINES, 'b', { url: 'https://b.example/new', enabled: false }))
    expect(text(editSource(both, 'b', { url: 'https://b.example/feed', enabled: undefined }))).toBe(LINES)
  })

  it('gives a new key a line of its own where the others have theirs', () => {
    const before = '{\n  "sources": [\n    {\n      "id": "a", // A\n      "every": "1h" // slow\n    }\n  ]\n}\n'
    expect(text(editSource(before, 'a', { country: 'SY' }))).toBe(
      before.replace('"1h" // slow\n', '"1h", // slow\n      "country": "SY"\n'),
    )
  })

  it('writes nothing where nothing is different, whatever way a value is written', () => {
    const before = LINES.replace('"name": "A"', '"name" : "\\u0041"')
    expect(text(editSource(before, 'a', { name: 'A', every: undefined }))).toBe(before)
  })

  it('never changes an id, and names what it cannot find', () => {
    expect(text(editSource(LINES, 'a', { id: 'z' }))).toBe('the id of a source never changes')
    expect(text(editSource(LINES, 'z', { name: 'Z' }))).toBe(
      'there is no source "z" in the list (kaynak sources list shows them all)',
    )
    expect(text(editSource(LINES, 'z', {}))).toBe('there is no source "z" in the list (kaynak sources list shows them all)')
  })

  it('shows an entry as it stands, also a wrong one', () => {
    expect(sourceEntry('{"sources":[{"id":"x","every":"often","__proto__":1}]}', 'x')).toEqual(
      Object.fromEntries([
        ['id', 'x'],
        ['every', 'often'],
        ['__proto__', 1],
      ]),
    )
    expect(sourceEntry(LINES, 'z')).toBeUndefined()
  })
})

function remarks(json: string): readonly string[] {
  return json.match(/\/\/ (?:a, \] \}|\[)|\/\* (?:\{ "|one\n two) \*\//g) ?? []
}
