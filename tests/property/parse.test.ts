import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEntries, read, readWhole } from '../../src/parse/index.ts'
import { sanitizeHtml } from '../../src/text/index.ts'

/** More for a long run: FUZZ_RUNS=100000 npx vitest run tests/property/parse.test.ts */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 400)

const documents = [
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><link>https://post.example/</link><item><title>One &amp;amp; two</title><link>https://post.example/1</link><guid>1</guid><pubDate>Thu, 20 Aug 2026 09:30:00 GMT</pubDate><description><![CDATA[<p onclick="x()">Text <a href="javascript:x()">a</a><script>x()</script></p>]]></description><content:encoded>&lt;img src=x onerror=x()&gt;long</content:encoded></item><item><title>Zwei</title><category>Welt</category></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/"><title>Wire</title><entry><id>a</id><title type="html">&lt;b&gt;One&lt;/b&gt;</title><link href="/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <svg><script>x()</script></svg><b style="x">two</b></div></content></entry><entry><title>İki</title><summary type="text">&lt;iframe src=x&gt;</summary></entry></feed>`,
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>R</title></channel><item rdf:about="https://r.example/1"><title>Один</title><description>&lt;style&gt;p{}&lt;/style&gt;текст</description></item></rdf:RDF>`,
  `{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"https://j.example/1","title":"<script>x()</script>One","content_html":"<p>a<object data=x></object><form>b</form></p>"}]}`,
]

const hostile = [
  '<',
  '>',
  '&',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '<!DOCTYPE x [',
  '"',
  "'",
  '</item>',
  '</entry>',
  '<item>',
  '<script>',
  '</',
  '/>',
  'xmlns="x"',
  '&#0;',
  '&lt;',
  '\u0000',
  '\ud800',
  '<svg><style>',
  '<math><mtext><table><mglyph>',
  '<title>',
  '</title>',
  'javascript:',
  '<x:y:z>',
  '\ufeff',
  ' '.repeat(50),
]

const mutated = fc
  .record({
    document: fc.constantFrom(...documents),
    edits: fc.array(
      fc.record({ at: fc.nat(2_000), cut: fc.nat(40), put: fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 8 })) }),
      { maxLength: 8 },
    ),
    encoding: fc.constantFrom('utf8' as const, 'utf16le' as const, 'latin1' as const),
  })
  .map(({ document, edits, encoding }) => {
    const text = edits.reduce(
      (whole, { at, cut, put }) => whole.slice(0, at % whole.length) + put + whole.slice((at % whole.length) + cut),
      document,
    )
    return Buffer.from(text, encoding)
  })

const LIVE =
  /<(?:script|style|iframe|object|embed|form|input|svg|math|meta|link|base|template|noscript|title)[\s/>]|<[^<>]*\son\w+\s*=|<[^<>]*(?:href|src)\s*=\s*["']?\s*(?:javascript|data|vbscript):/i

describe('a mutated document', () => {
  it('is read without a crash, and nothing live comes out of it', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        const found = await readWhole(bytes, { url: 'https://post.example/feed' })
        if (found.kind === 'unreadable') return
        for (const entry of found.entries) {
          for (const body of [entry.summary, entry.content]) {
            if (body === undefined) continue
            expect(body).not.toMatch(LIVE)
            expect(sanitizeHtml(body, 'https://post.example/feed')).toBe(body)
          }
          for (const line of [
            entry.title,
            entry.rights,
            entry.source?.title,
            ...entry.categories,
            ...entry.authors.map(({ name }) => name),
          ]) {
            expect(line ?? '').not.toMatch(/<(?:script|img|svg|iframe|a|style)[\s/>]|[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/i)
          }
          for (const url of [entry.url, entry.image, ...entry.enclosures.map((one) => one.url)])
            expect(url ?? 'https:').toMatch(/^https?:/)
        }
      }),
      { numRuns },
    )
  })

  it('gives every entry alike, alone and with all others', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, fc.nat(7), async (bytes, mask) => {
        const reading = read(bytes, {})
        if (reading.kind !== 'document') return
        const all = await parseEntries(reading, reading.slips)
        const chosen = reading.slips.flatMap((slip, index) => (((mask >> (index % 3)) & 1) === 1 ? [{ slip, index }] : []))
        const some = await parseEntries(
          reading,
          chosen.map(({ slip }) => slip),
        )
        expect(some).toEqual(chosen.map(({ index }) => all[index]))
      }),
      { numRuns },
    )
  })
})
