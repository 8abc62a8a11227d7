import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/parse/index.ts'
import { quickWalk } from '../../src/parse/quick-walk.ts'
import { TreeBuilder } from '../../src/parse/tree-builder.ts'
import { walkXml } from '../../src/parse/xml-events.ts'
import { xmlTree } from '../../src/parse/xml-tree.ts'

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 2_000)
const data = new URL('../../../shared/data/', import.meta.url)

/** What the tolerant walk alone makes of a document without a document type. */
function slowTree(text: string): ReturnType<TreeBuilder['finished']> {
  const builder = new TreeBuilder(new Map(), undefined)
  walkXml(text, builder)
  return builder.finished()
}

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('<item>', '</item>', '<title>', '</title>', '<link>', '</link>', '<guid>', '</guid>') },
  { weight: 4, arbitrary: fc.constantFrom('<description>', '</description>', '<content:encoded>', '</content:encoded>') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('<entry>', '</entry>', '<content type="xhtml">', '</content>', '<category term="a"/>'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('<p>', '</p>', '<br/>', '<b class="x">', '</b>', '<div xmlns="http://www.w3.org/1999/xhtml">'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('<![CDATA[', ']]>', '<!--', '-->', '--!>', '<?php', '?>', '<!DOC', '>', '<', '/>', '</', '&'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('<a href="x', '" y=\'', "'>", '<a b=c>', '<a b >', '<a b = "c">', '< a>', '</a >', '<é>', '<a/ >'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('word', ' ', '\n', '&amp;', '&lt;b&gt;', '&#8217;', '-', 'Şam', ']', 'x="1"', '<a:b xmlns:a="u">'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '<title>One</title>',
      '<guid isPermaLink="false">7</guid>',
      '<description><![CDATA[<p>x</p>]]></description>',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
)
const documents = fc
  .record({
    root: fc.constantFrom('<rss version="2.0"><channel>', '<feed xmlns="http://www.w3.org/2005/Atom">', ''),
    pieces: fc.array(piece, { maxLength: 40 }),
  })
  .map(({ root, pieces }) => root + pieces.join(''))

describe('quickWalk', () => {
  it('says of any document what the tolerant walk says, together with that from where it stops', () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(xmlTree(text.replace(/<!doctype/gi, ''))).toEqual(slowTree(text.replace(/<!doctype/gi, '')))
      }),
      { numRuns },
    )
  })

  it.skipIf(!existsSync(data)).each(['feeds', 'conformance'])(
    'says the same of all of ../shared/data/%s (needs ../shared)',
    (folder) => {
      let whole = 0
      for (const name of readdirSync(new URL(`${folder}/`, data), { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:xml|rss|rdf|atom)$/.test(name)) continue
        const { text } = decode(readFileSync(new URL(`${folder}/${name}`, data)), { kind: 'xml' })
        if (/<!doctype/i.test(text)) continue
        expect(xmlTree(text), name).toEqual(slowTree(text))
        if (quickWalk(text, new TreeBuilder(new Map(), undefined)) === text.length) whole += 1
      }
      expect(whole).toBeGreaterThan(0)
    },
  )
})
