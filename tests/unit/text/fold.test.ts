import { describe, expect, it } from 'vitest'
import { fold, folder } from '../../../src/text/index.ts'

describe('fold', () => {
  it.each([
    ['İdlib', 'idlib'],
    ['I\u0307dlib', 'idlib'],
    ['ISPARTA ılık', 'isparta ilik'],
    ['Café', 'cafe'],
    ['Łódź, Ærø', 'lodz aero'],
    ['Straße', 'strasse'],
    ['ﬁne', 'fine'],
    ['Ｓｙｒｉａ', 'syria'],
    ['S\u200by\u00adr\u2060ia', 'syria'],
    ['\u202esyria\u202c', 'syria'],
    ["Halep'te", 'halep te'],
    ['Deir ez-Zor', 'deir ez zor'],
    ['سُورِيَّة', 'سوريه'],
    ['ســوريا', 'سوريا'],
    ['أحمد إدلب آثار', 'احمد ادلب اثار'],
    ['ﺳﻮﺭﻳﺎ', 'سوريا'],
    ['سوریه‌ای', 'سوريه اي'],
    ['کردستان', 'كردستان'],
    ['ڕۆژاڤا', 'روژاڤا'],
    ['Хомс и Майами', 'хомс и майами'],
    ['Маи\u0306ами', 'майами'],
    ['Ѕуrіа', 'syria'],
    ['Ѕyria', 'syria'],
    ['叙利亚', '叙 利 亚'],
    ['٢٠٢٥ ۲۰۲۵', '2025 2025'],
    ['  —  ', ''],
    ['', ''],
    ['\ud800x', 'x'],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('is a fixed point of itself', () => {
    const text = 'İstanbul’da سُورِيَّة Дамаск 叙利亚 ﬃ ½ ㎏'
    expect(fold(fold(text))).toBe(fold(text))
  })

  it('keeps a phrase of one letter bounded', () => {
    expect(fold('\ufdfa'.repeat(3)).length).toBeLessThan(20)
  })
})

describe('folder', () => {
  it('reads a letter of two units after half of one as before', () => {
    const { fold } = folder()
    expect(['a\ud835b', 'ha\ud835\udc12x'].map(fold)).toEqual(['a b', 'hasx'])
  })

  it('writes the same letters into an array as it returns as text', () => {
    const { fold: folded, foldInto } = folder()
    for (const text of ['Halep’te سوريا', 'Plain words', '叙利亚 x']) {
      const out = new Uint16Array(4 * text.length + 2)
      const length = foldInto(text, out)
      expect(String.fromCharCode(...out.subarray(0, length))).toBe(` ${folded(text)} `)
    }
  })
})
