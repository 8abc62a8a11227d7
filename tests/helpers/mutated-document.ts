import fc from 'fast-check'

/** One whole document of each family, with the traps that feeds hold. */
const documents = [
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Post</title><link>https://post.example/</link><item><title>One &amp;amp; two</title><link>https://post.example/1</link><guid>1</guid><pubDate>Thu, 20 Aug 2026 09:30:00 GMT</pubDate><description><![CDATA[<p onclick="x()">Text <a href="javascript:x()">a</a><script>x()</script></p>]]></description><content:encoded>&lt;img src=x onerror=x()&gt;long</content:encoded></item><item><title>Zwei</title><category>Welt</category></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/"><title>Wire</title><entry><id>a</id><title type="html">&lt;b&gt;One&lt;/b&gt;</title><link href="/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <svg><script>x()</script></svg><b style="x">two</b></div></content></entry><entry><title>İki</title><summary type="text">&lt;iframe src=x&gt;</summary></entry></feed>`,
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>R</title></channel><item rdf:about="https://r.example/1"><title>Один</title><description>&lt;style&gt;p{}&lt;/style&gt;текст</description></item></rdf:RDF>`,
  `{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"https://j.example/1","title":"<script>x()</script>One","content_html":"<p>a<object data=x></object><form>b</form></p>"}]}`,
]

/** What breaks readers, wherever it is put. */
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

/** A document of some family after up to eight edits, as bytes in some encoding. */
export const mutatedDocument: fc.Arbitrary<Buffer> = fc
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
