import { describe, expect, it } from 'vitest'
import { excerpt, sentences } from '../../../src/text/index.ts'

const TEXT =
  'Mr. Roe of the U.S. embassy spoke first. "Come," he said. "All of you!" They came… and stayed.\nOn Friday they left.'

describe('excerpt', () => {
  it.each([
    [8, 'Mr. Roe of the U.S. embassy spoke first.'],
    [10, 'Mr. Roe of the U.S. embassy spoke first.'],
    [11, 'Mr. Roe of the U.S. embassy spoke first. "Come," he said.'],
    [14, 'Mr. Roe of the U.S. embassy spoke first. "Come," he said. "All of you!"'],
  ])('of %i words ends with a sentence', (words, text) => {
    expect(excerpt(TEXT, { words })).toEqual({ text, cut: true })
  })

  it('is the whole text, lines and all, where that fits', () => {
    expect(excerpt(`${TEXT}\n`, { words: 100 })).toEqual({ text: TEXT, cut: false })
  })

  it('cuts between words only where the first sentence does not fit', () => {
    expect(excerpt(TEXT, { words: 3 })).toEqual({ text: 'Mr. Roe of…', cut: true })
  })

  it('never takes more than its share of the text', () => {
    const text = 'One two three four. Five six seven eight. Nine ten eleven twelve.'
    expect(excerpt(text, { words: 60, maxShare: 0.4 }).text).toBe('One two three four.')
    expect(excerpt(text, { words: 60, maxShare: 0.1 }).text).toBe('One…')
  })

  it('keeps to a number of characters, the mark included', () => {
    expect(excerpt('One two. Three four.', { words: 60, maxChars: 10 })).toEqual({ text: 'One two.', cut: true })
    expect(excerpt('Onetwothreefour', { words: 60, maxChars: 6 }).text).toBe('Onetw…')
  })

  it.each([
    ['en', 'Don’t walk 3,500.5 km² – it’s too far', 7],
    ['fa', 'کاروان‌ها می‌شود ۱٬۲۰۰ نفر', 4],
    ['he', 'דובר צה"ל אמר זאת', 4],
    ['ko', '장관은 국경이 열릴 것이라고', 4],
    ['ja', '部長は国境を開く', 5],
    ['th', 'รัฐมนตรีกล่าวว่า', 3],
  ])('counts words as %s has them', (language, text, count) => {
    expect(excerpt(text, { words: count, language })).toEqual({ text, cut: false })
    expect(excerpt(text, { words: count - 1, language }).cut).toBe(true)
  })

  it('never halves a grapheme', () => {
    const family = '👨‍👩‍👧'
    expect(excerpt(family.repeat(3), { words: 9, maxChars: 2 * family.length + 3 }).text).toBe(`${family.repeat(2)}…`)
    expect(excerpt('ﻻإِلَه', { words: 9, maxChars: 4 }).text).toBe('ﻻإِ…')
  })

  it.each([
    ['ar', 'قال الوزير إن المعبر سيفتح. وأضاف أن القوافل جاهزة.', 'قال الوزير إن المعبر سيفتح.'],
    ['tr', 'Bakan kapının açılacağını söyledi. Konvoylar hazır.', 'Bakan kapının açılacağını söyledi.'],
    ['fa', 'وزیر گفت گذرگاه باز می‌شود؟ کاروان‌ها آماده‌اند.', 'وزیر گفت گذرگاه باز می‌شود؟'],
    ['zh', '部长说口岸将开放。车队已准备好。', '部长说口岸将开放。'],
  ])('ends with a sentence in %s', (language, text, first) => {
    expect(excerpt(text, { words: 5, language })).toEqual({ text: first, cut: true })
  })

  it.each(['', ' \n ', '!'])('of %j is not cut', (text) => {
    expect(excerpt(text, { words: 5 }).cut).toBe(false)
  })

  it('shows nothing where nothing is allowed', () => {
    expect(excerpt(TEXT, { words: 0 })).toEqual({ text: '', cut: true })
  })
})

describe('sentences', () => {
  it.each([
    ['Dr. Roe met Lt. Col. Poe. They left.', 2],
    ['Sie kam am 3. Mai. Er ging.', 2],
    ['It cost 3.5 million. Nobody paid.', 2],
    ['Г. Петров приехал. Он устал.', 2],
    ['one\ntwo', 2],
    ['“All of you!” (Or most.) She left.', 3],
    ['It closed... Then it opened?! Nobody knew.', 3],
    ['See example.Org or version 2.5 of No. 7. Then: go.', 2],
    ['He came. "and stayed." — So they said.', 1],
    ['قال الوزير إن المعبر سيفتح.وأضاف: نعم؟ لا.', 3],
    ['部长说口岸将开放。车队已准备好！', 2],
    ['मंत्री ने कहा। काफिला तैयार है।', 2],
    [' \r\n one \r\n\r\n two ', 2],
  ])('of %j are %i', (text, count) => {
    expect([...sentences(text)]).toHaveLength(count)
  })

  it('ends at a Greek question mark in Greek only', () => {
    const text = 'Πού πήγαν; Κανείς δεν ξέρει.'
    expect([...sentences(text, 'el')].map(({ end }) => end)).toEqual([10, 28])
    expect([...sentences(text, 'en')]).toHaveLength(1)
  })

  it('says where each ends, without the blanks around it', () => {
    expect([...sentences('  One. \n  Two')]).toEqual([
      { text: 'One.', end: 6 },
      { text: 'Two', end: 13 },
    ])
  })

  it('goes through a million stops', () => {
    expect([...sentences('.'.repeat(1_000_000))]).toHaveLength(1)
  })
})
