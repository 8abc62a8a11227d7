import { describe, expect, it } from 'vitest'
import { cleanText, plainText } from '../../../src/text/index.ts'

describe('plainText', () => {
  it.each([
    ['<p>One &amp; <b>two</b></p><p>three</p>', 'One & two\nthree'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['caf&eacute;\n  au   lait', 'café au lait'],
    ['a<script>alert(1)</script>b<style>p{}</style>c', 'abc'],
    ['a<svg><title>x</title><p>y</p></svg>b', 'ab'],
    ['1 < 2 && 3 > 2', '1 < 2 && 3 > 2'],
    ['Sy<b>r</b>ia', 'Syria'],
    ['&lt;b&gt;literal&lt;/b&gt;', '<b>literal</b>'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['<a title="x > y">link</a>', 'link'],
    ['', ''],
  ])('reads %j', (html, text) => {
    expect(plainText(html)).toBe(text)
  })

  it('bears nesting and unclosed tags without end', () => {
    expect(plainText(`${'<div>'.repeat(200_000)}deep`)).toBe('deep')
    expect(plainText('<a '.repeat(300_000))).toBe('')
  })
})

describe('cleanText', () => {
  it.each([
    ['  two\n\twords ', 'two words'],
    ['a\u202Eb\u200Bc\u0007d\uFEFFe', 'abcde'],
    ['Sy\u200Dria', 'Syria'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['👨\u200D👩\u200D👧', '👨\u200D👩\u200D👧'],
    ['half \uD83D letter', 'half letter'],
    ['soft\u00ADhyphen', 'softhyphen'],
    ['e\u0301', 'é'],
    ['no\u00A0break', 'no break'],
  ])('makes %j fit to show', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })
})
