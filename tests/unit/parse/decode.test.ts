import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/parse/index.ts'

const words = {
  ar: 'تجددت المحادثات في العاصمة اليوم وسط توقعات بهدنة قريبة',
  tr: 'Görüşmeler bugün başkentte yeniden başladı, ateşkes umudu büyüyor',
  ru: 'Переговоры возобновились сегодня в столице, надежда на перемирие растёт',
  el: 'Οι συνομιλίες συνεχίστηκαν σήμερα στην πρωτεύουσα',
  zh: '会谈今天在首都恢复，停火的希望越来越大',
  de: 'Die Gespräche in der Hauptstadt wurden über Nacht größer',
}

const document = (text: string, declared = ''): string =>
  `<?xml version="1.0"${declared}?><rss><channel><title>${text}</title></channel></rss>`

describe('decode', () => {
  it.each([
    ['windows-1256', words.ar],
    ['windows-1254', words.tr],
    ['windows-1251', words.ru],
    ['iso-8859-7', words.el],
    ['gb2312', words.zh],
    ['iso-8859-1', words.de],
  ])('reads %s where the document declares it', (encoding, text) => {
    const bytes = iconv.encode(document(text, ` encoding="${encoding}"`), encoding)
    expect(decode(bytes, { kind: 'xml' })).toMatchObject({ how: 'document', text: expect.stringContaining(text) })
  })

  it.each([
    ['windows-1256', words.ar],
    ['windows-1254', words.tr],
    ['windows-1251', words.ru],
    ['koi8-r', words.ru],
    ['iso-8859-7', words.el],
    ['gb18030', words.zh],
    ['windows-1252', words.de],
  ])('recognises undeclared %s', (encoding, text) => {
    expect(decode(iconv.encode(document(text), encoding), { kind: 'xml' })).toMatchObject({
      how: 'guess',
      text: expect.stringContaining(text),
    })
  })

  it.each([
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-32le', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['utf-32be', false],
  ])('reads %s, with a byte order mark: %s', (encoding, addBOM) => {
    expect(decode(iconv.encode(document(words.ar), encoding, { addBOM }), { kind: 'xml' }).text).toContain(words.ar)
  })

  it('believes the transport before the document', () => {
    const bytes = iconv.encode(document(words.ru, ' encoding="iso-8859-1"'), 'windows-1251')
    expect(decode(bytes, { kind: 'xml', contentType: 'text/xml; charset="windows-1251"' })).toMatchObject({
      how: 'transport',
      text: expect.stringContaining(words.ru),
    })
  })

  it('believes the bytes before both, and says so', () => {
    const bytes = Buffer.from(document(words.ru, ' encoding="windows-1251"'))
    const decoded = decode(bytes, { kind: 'xml', contentType: 'text/xml; charset=iso-8859-1' })
    expect(decoded.text).toContain(words.ru)
    expect(decoded.warnings).toEqual(['says iso-8859-1, is utf-8'])
  })

  it('reads windows-1252 that claims to be UTF-8', () => {
    const bytes = iconv.encode(document(words.de, ' encoding="utf-8"'), 'windows-1252')
    expect(decode(bytes, { kind: 'xml' })).toMatchObject({
      text: expect.stringContaining(words.de),
      warnings: ['says utf-8, is not', expect.any(String)],
    })
  })

  it('mends a stray byte in UTF-8 without touching the rest', () => {
    const bytes = Buffer.concat([
      Buffer.from(document(words.ru).replace('</title></channel></rss>', '')),
      Buffer.from([0x93]),
      Buffer.from('quoted</title></channel></rss>'),
    ])
    expect(decode(bytes, { kind: 'xml' }).text).toContain(`${words.ru}“quoted`)
  })

  it('undoes a double encoding when it is certain', () => {
    const twice = Buffer.from(document(words.ru), 'utf8').toString('latin1')
    expect(decode(Buffer.from(twice), { kind: 'xml' })).toMatchObject({
      text: document(words.ru),
      warnings: ['text was encoded twice: mended'],
    })
  })

  it.each(['utf-7', 'hz-gb-2312', 'x-unheard-of', 'utf-16'])(
    'lets no label of %s turn plain text into something else',
    (label) => {
      expect(decode(Buffer.from(document('+ADw-b+AD4- plain', ` encoding="${label}"`)), { kind: 'xml' }).text).toContain(
        '+ADw-b+AD4- plain',
      )
    },
  )

  it('removes what no XML may hold, and reads C1 controls as what they were meant to be', () => {
    expect(decode(Buffer.from('<t>a\u0000b\u0008c \u0093d\u0094</t>'), { kind: 'xml' })).toMatchObject({
      text: '<t>abc “d”</t>',
      warnings: ['removed 2 control characters'],
    })
  })

  it('reads the meta element of a page', () => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1254"></head>${words.tr}`
    expect(decode(iconv.encode(page, 'windows-1254'), { kind: 'html' }).text).toContain(words.tr)
  })
})
