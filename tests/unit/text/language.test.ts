import { describe, expect, it } from 'vitest'
import { languageOf, loadLanguageDetector, primarySubtag } from '../../../src/text/index.ts'

const detect = await loadLanguageDetector()

describe('primarySubtag', () => {
  it.each([
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    ['ckb', 'ku'],
    ['kmr-Latn', 'ku'],
    ['iw', 'he'],
    ['prs', 'fa'],
    ['und', undefined],
    ['english', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j', (tag, subtag) => {
    expect(primarySubtag(tag)).toBe(subtag)
  })
})

describe('languageOf', () => {
  it.each([
    ['The harbour opened again this morning', 'en-GB', 'en'],
    ['Der Hafen ist wieder offen', 'de', 'de'],
    ['Harbour', 'tr', 'tr'],
    ['الميناء مفتوح من جديد', 'fa', 'fa'],
  ])('believes what is declared: %s', (text, declared, language) => {
    expect(languageOf(text, declared, detect)).toBe(language)
  })

  it.each([
    ['Порт снова открыт для судов', 'en', 'ru'],
    ['הנמל נפתח מחדש הבוקר', 'en', 'he'],
    ['港は今朝ふたたび開いた', 'en', 'ja'],
    ['Zażółć gęślą jaźń, mówi port, który znów działa', 'en', 'pl'],
  ])('believes the letters before the label: %s', (text, declared, language) => {
    expect(languageOf(text, declared, detect)).toBe(language)
  })

  it.each([
    ['Liman bu sabah yeniden açıldı ve gemiler yanaştı', 'tr'],
    ['Le port a rouvert ce matin après deux semaines', 'fr'],
    ['بندر امروز صبح دوباره باز شد و کشتی‌ها پهلو گرفتند', 'fa'],
    ['بەندەرەکە ئەمڕۆ کرایەوە', 'ku'],
    ['Bender îro li bajêr ji nû ve hat vekirin û keştî hatin', 'ku'],
    ['Το λιμάνι άνοιξε', 'el'],
    ['港口今天重新开放', 'zh'],
  ])('detects what nobody declared: %s', (text, language) => {
    expect(languageOf(text, undefined, detect)).toBe(language)
  })

  it('says nothing where nothing can be told', () => {
    expect(languageOf('123 — 456', undefined, detect)).toBeUndefined()
    expect(languageOf('Harbour', undefined)).toBeUndefined()
  })
})
