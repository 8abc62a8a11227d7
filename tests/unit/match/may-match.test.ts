import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileTopic, shippedTopic, type Topic } from '../../../src/match/index.ts'
import { LIGHTHOUSES, lighthouses } from './lighthouse-topic.ts'

const labelled = new URL('../../../../shared/data/relevance/dev.jsonl', import.meta.url)

describe('mayMatch', () => {
  const topic = lighthouses()

  it.each([
    'The lighthouse at the cape',
    '<p>Light<b>house</b></p>',
    'l<b>ight</b>house',
    'li<i></i><b>ghthouse',
    'night</b>lighthouse',
    'lighthous<wbr>e',
    '№ lighthouse',
    'ßx lighthouse',
    '<item><title>&amp;lt;b&amp;gt;lighthouse</title></item>',
    '&#x6c;ighthouse',
    '&amp;#108;ighthouse',
    'ligh\u200bt\u00adhouse',
    'lіghthоuse',
    'وبالمنارة',
    'ﻣﻨﺎﺭﺓ',
    'ЛЕД И МАЯКИ',
    'المَنَارَةُ',
    'FENERİN',
    '<a href="/sport/">Coast desk</a>',
    `Skerry <a href="https://paper.example/${'long/'.repeat(30)}">more</a>`,
  ])('lets %j through', (text) => {
    expect(topic.mayMatch(text)).toBe(true)
  })

  it.each([
    '',
    'Rain on Sunday',
    'A house of light',
    'Мак цветёт',
    '<lighthous e>',
    '&amp;&lt;',
    'light<b> house',
    'light</p>house',
    '№ 7',
  ])('dismisses %j', (text) => {
    expect(topic.mayMatch(text)).toBe(false)
  })

  it('lets through whatever a shipped topic keeps of its own examples', () => {
    const definition = shippedTopic('syria')
    const kept = examplesOf(definition).filter(({ expect }) => expect)
    const syria = compiled(definition)
    expect(kept.length).toBeGreaterThan(40)
    expect(kept.filter(({ title, summary }) => !syria.mayMatch(`<title>${title}</title>${summary ?? ''}`))).toEqual([])
  })

  it.each(['LT burns', 'the LT, it burns', 'LT', 'an LT'])('knows a term of two letters in %j', (text) => {
    const small = compiled({ ...LIGHTHOUSES, groups: [{ id: 'lt', role: 'core', weight: 3, terms: { en: ['lt'] } }], demote: [] })
    expect([small.judge({ title: text, language: 'en' }).relevant, small.mayMatch(text)]).toEqual([true, true])
  })

  it('knows every term of a shipped topic, whatever stands beside it', () => {
    const definition = shippedTopic('syria')
    const syria = compiled(definition)
    const terms = plainTerms(definition)
    expect(terms.length).toBeGreaterThan(1_000)
    const around = [(term: string) => `a ${term} b`, (term: string) => `<p>${term}</p>`, (term: string) => `x, “${term}”; yz  `]
    expect(terms.filter((term) => !around.every((put) => syria.mayMatch(put(term))))).toEqual([])
  })

  it('lets through whatever is kept of markup between letters and words', () => {
    const syria = compiled(shippedTopic('syria'))
    for (const text of [
      'S<b>yria</b>',
      '«al<br/>» <b>Sha</b>m',
      'hayat Tahrir al <i>S</i>ham',
      'turkey&nbsp;<b>backed</b> rebe<wbr>ls',
      'Deir&nbsp;ez-Zor',
      'deir<br/>ez<wbr>zor',
      'Ид<i>либ</i>',
      'و<b>بالسويداء</b>',
    ]) {
      if (syria.judge({ title: text }).score > 0) expect([text, syria.mayMatch(text)]).toEqual([text, true])
    }
  })

  describe.skipIf(!existsSync(labelled))('needs ../shared', () => {
    it('loses nothing that the matcher keeps', () => {
      const syria = compiled(shippedTopic('syria'))
      const lost = rows(readFileSync(labelled, 'utf8')).filter(({ title, summary, language }) => {
        const keeps = syria.judge({ title, summary, ...(language === undefined ? {} : { language }) }).score > 0
        return keeps && !syria.mayMatch(`${title} ${summary}`)
      })
      expect(lost).toEqual([])
    })
  })
})

function compiled(definition: unknown): Topic {
  const reading = compileTopic(definition)
  if (reading.kind === 'problems') throw new Error(reading.problems.join('\n'))
  return reading.topic
}

/** The terms of the groups that are written without brackets, without their signs. */
function plainTerms(definition: unknown): readonly string[] {
  const reading = compileTopic(definition)
  if (reading.kind === 'problems') throw new Error(reading.problems.join('\n'))
  const terms = reading.definition.groups.flatMap((group) => Object.values(group.terms).flat())
  return terms.filter((term) => !/[()[\]]/.test(term)).map((term) => term.replace(/^[=!]+/, '').replaceAll('*', ''))
}

type Example = { readonly title: string; readonly summary?: string; readonly expect: boolean }

function isExample(value: unknown): value is Example {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string' && 'expect' in value
}

function examplesOf(definition: unknown): readonly Example[] {
  const tests: unknown = typeof definition === 'object' && definition !== null && 'tests' in definition ? definition.tests : []
  return Array.isArray(tests) ? tests.filter(isExample) : []
}

type Row = { readonly title: string; readonly summary: string; readonly language: string | undefined }

function rows(lines: string): readonly Row[] {
  return lines.split('\n').flatMap((line) => {
    const value: unknown = line === '' ? undefined : JSON.parse(line)
    if (typeof value !== 'object' || value === null || !('title' in value) || typeof value.title !== 'string') return []
    const summary = 'summary' in value && typeof value.summary === 'string' ? value.summary : ''
    const language = 'lang' in value && typeof value.lang === 'string' ? value.lang : undefined
    return [{ title: value.title, summary, language }]
  })
}
