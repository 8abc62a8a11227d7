import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordBounds } from '../../../src/text/word-bounds.ts'

describe('wordBounds', () => {
  it('finds the words that a search for runs of letters, marks and figures finds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('a', 'Z', '7', ' ', '-', 'ş', 'İ', '\u0301', 'س', '،', '路', '𐎠', '😀', '\ud800', '\udc00'),
      }),
    )
    fc.assert(
      fc.property(text, (one) => {
        const expected = one.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
        expect(wordsOf(one)).toEqual([...expected])
      }),
    )
  })
})

function wordsOf(text: string): readonly string[] {
  const bounds = wordBounds(text)
  const found: string[] = []
  for (let start = bounds.next(0); start >= 0; start = bounds.next(bounds.end(start)))
    found.push(text.slice(start, bounds.end(start)))
  return found
}
