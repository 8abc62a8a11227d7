import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../src/extract/index.ts'
import { sanitizeHtml } from '../../src/text/index.ts'

const piece = fc.constantFrom(
  ...'<p>|</p>|<div class="share">|<div hidden>|</div>|<a href="//x.example/y">|<a href="javascript:x()">|</a>|<table><tr><td>|<li>|<br>|<h1>|<script>|</script>|<!--|-->|<svg>|<title>|<select>|<meta name="author" content="A B">|<script type="application/ld+json">{"@type":"NewsArticle","author":[[]]}</script>|&lt;script&gt;|&#0;|\u202e|\ud800|Kaynak/Source:|The council met on Tuesday, and it spoke of water, roads and schools, its speaker said.|12 May 2026|<'.split(
    '|',
  ),
)
const page = fc
  .array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), { maxLength: 80 })
  .map((parts) => parts.join(''))

describe('extractArticle', () => {
  it('never throws, whatever a page and its address hold', () => {
    fc.assert(
      fc.property(page, fc.string(), (html, url) => {
        const article = extractArticle({ url, html })
        expect(typeof article.text).toBe('string')
        expect(article.published?.getTime()).not.toBeNaN()
      }),
    )
  })

  it('writes HTML that stays as it is when it is sanitised again, and runs nothing', () => {
    fc.assert(
      fc.property(page, (html) => {
        const written = extractArticle({ url: 'https://times.example.org/a/b', html }).html
        expect(sanitizeHtml(written, 'https://times.example.org/a/b')).toBe(written)
        expect(written).not.toMatch(/<script|javascript:|\son\w+=/i)
      }),
    )
  })
})
