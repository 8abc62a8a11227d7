import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitizeHtml } from '../../../src/text/index.ts'

const base = 'https://news.example.org/2026/story'

describe('sanitizeHtml', () => {
  it.each([
    ['<p onclick="x()" class="y" style="z">text</p>', '<p>text</p>'],
    ['<a href="/there">link</a>', '<a href="https://news.example.org/there">link</a>'],
    ['<a href="javascript:alert(1)">link</a>', '<a>link</a>'],
    ['<a href=" java\nscript:alert(1)">link</a>', '<a>link</a>'],
    ['<a href="mailto:desk@example.org">mail</a>', '<a href="mailto:desk@example.org">mail</a>'],
    ['<img src="a.jpg" alt="" width="300">', '<img src="https://news.example.org/2026/a.jpg" alt="" width="300" />'],
    ['a<script>alert(1)</script>b', 'ab'],
    ['a<iframe src="https://x.example"></iframe>b', 'ab'],
    ['a<svg><a href="x">b</a></svg>c', 'ac'],
    ['<form><input value="x">text</form>', 'text'],
    ['<!-- hidden -->seen', 'seen'],
    ['fish & chips', 'fish &amp; chips'],
    ['&lt;b&gt;literal&lt;/b&gt;', '&lt;b&gt;literal&lt;/b&gt;'],
    ['<b>never closed', '<b>never closed</b>'],
    ['a\u0001b', 'ab'],
    ['', ''],
  ])('makes %j harmless', (html, clean) => {
    expect(sanitizeHtml(html, base)).toBe(clean)
  })

  it.each([
    '<img src="https://c.example/x.gif" width="1" height="1">',
    '<img src="https://c.example/x.gif" style="display:none">',
    '<img src="https://pixel.example/x">',
    '<img alt="no address">',
    '<img src="data:image/gif;base64,AAAA">',
  ])('drops the picture that shows nothing: %j', (html) => {
    expect(sanitizeHtml(`before ${html} after`, base)).toBe('before  after')
  })

  it('drops relative addresses when it does not know what they are relative to', () => {
    expect(sanitizeHtml('<a href="there">link</a>')).toBe('<a>link</a>')
  })

  it.each([
    ['<div>', 200_000],
    ['<b>', 200_000],
    ['<a ', 300_000],
    ['<img src="https://pixel.example/x">', 20_000],
    ['&lt;', 100_000],
    ['<noscript><p>', 50_000],
  ])('bears %j without end', (piece, times) => {
    expect(sanitizeHtml(piece.repeat(times), base).length).toBeLessThan(piece.length * times + 1)
  })

  it('leaves nothing to do for a second pass', () => {
    const pieces = [
      '<p>',
      '</p>',
      '<a href="x">',
      '</a>',
      "<b title='&quot;'>",
      '<img src=y>',
      '&lt;',
      '&amp;lt;',
      '"',
      '>',
      '<',
      ' ',
      'text',
      '<ul><li>',
      '<table><tr><td>',
      '<!--',
      '-->',
      '<style>',
      '<title>',
      '</div>',
      '<br/>',
      ']]>',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
        const once = sanitizeHtml(parts.join(''), base)
        expect(sanitizeHtml(once, base)).toBe(once)
        expect(once).not.toMatch(/<(?:style|title|script)/)
      }),
      { numRuns: 500 },
    )
  })
})
