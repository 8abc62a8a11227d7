import { describe, expect, it } from 'vitest'
import { judged, lighthouses } from './lighthouse-topic.ts'

const english = (title: string, summary?: string) =>
  judged({ title, language: 'en', ...(summary === undefined ? {} : { summary }) })

describe('judge', () => {
  it('keeps what names the topic in its title and says which term, where and how much', () => {
    expect(english('The lighthouse at the cape')).toEqual({
      relevant: true,
      band: 'yes',
      score: 3,
      threshold: 2,
      reasons: [{ term: 'lighthouse(s)', lang: 'en', field: 'title', weight: 3 }],
    })
  })

  it('drops what names nothing, without a reason', () => {
    expect(english('Rain on Sunday')).toMatchObject({
      relevant: false,
      band: 'no',
      score: 0,
      reasons: [],
      nearest: 'names no term of the topic',
    })
  })

  it('keeps an early mention in the summary and leaves a late single one to the article', () => {
    const early = english('Storm', 'The lighthouse lost its lamp')
    const late = english('Storm', 'Roofs flew, trees fell, cellars filled, and at the end of it all the lighthouse lost its lamp')
    expect([early.band, late.band]).toEqual(['yes', 'review'])
    expect(late.nearest).toMatch(/a mention in the title/)
  })

  it('decides the review band when the article is given', () => {
    const entry = {
      title: 'Storm',
      summary: 'Roofs flew, trees fell, cellars filled, and at the end of it all the lighthouse lost its lamp',
      language: 'en',
    }
    const about =
      'The lighthouse is old. The lighthouse is white. A keeper of the lighthouse said so. Lighthouse lamps are dear. '
    expect(judged({ ...entry, article: about.repeat(3) })).toMatchObject({ relevant: true, band: 'yes' })
    expect(judged({ ...entry, article: 'Nobody was hurt. '.repeat(50) })).toMatchObject({ relevant: false, band: 'no' })
  })

  it('adds half for a second and a third mention of one thing, and nothing for more', () => {
    expect(english('Lighthouse, lighthouse').score).toBe(4.5)
    expect(english('Lighthouse, lighthouse, lighthouse, lighthouse, lighthouse').score).toBe(6)
  })

  it('has reasons whose weights add up to the score', () => {
    const verdict = english(
      'Shares of the lighthouse keeper',
      'A castle, a church, a tower and the lighthouse at Skerryvore by the coast, with a beacon',
    )
    expect(verdict.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(verdict.score, 5)
    const forced = judged({ title: 'Lighthouse', url: 'https://paper.example/sport/1', language: 'en' })
    expect(forced.reasons.map(({ weight }) => weight)).toEqual([-3, 3])
  })

  it('lets an ambiguous term count only beside another term or a word of its context', () => {
    expect(english('A beacon of hope').score).toBe(0.5)
    expect(english('Ship passes the beacon').relevant).toBe(true)
    expect(english('Skerryvore and its beacon').score).toBe(5.5)
    expect(english('A beacon of hope').nearest).toMatch(
      /"beacon" stands alone: needs another term of the topic or a word of "sea"/,
    )
  })

  it('does not let ambiguous terms vouch for each other, nor a term for itself', () => {
    expect(english('Beacon keeper, beacon keeper').relevant).toBe(false)
  })

  it('erases what an exclusion covers, and says why', () => {
    expect(english('Lighthouse Bank lends more')).toMatchObject({
      relevant: false,
      reasons: [{ term: 'lighthouse bank', weight: 0, note: 'excluded: a firm' }],
      nearest: 'names only "lighthouse bank", which is something else: a firm',
    })
    expect(english('Lighthouse Bank buys a lighthouse').relevant).toBe(true)
  })

  it.each([
    ['in a row of others', 'Walks', 'Past a castle, a tower, a lighthouse and home', 'one of many buildings'],
    ['in a story of another field', 'Shares up', 'The lighthouse makers gained', 'a market report'],
    ['beside a word that turns it', 'Lighthouse shares', undefined, 'a share'],
  ])('lowers a mention %s', (_, title, summary, note) => {
    const verdict = english(title, summary)
    expect(verdict.relevant).toBe(false)
    expect(verdict.reasons.map((reason) => reason.note)).toContain(note)
  })

  it('lowers nothing of the kind where the title names the topic', () => {
    expect(english('Lighthouse maker gains', 'The lighthouse makers gained').score).toBe(4.005)
  })

  it('obeys always and never, never first', () => {
    expect(judged({ title: 'Rain', categories: ['coast desk '] })).toMatchObject({ relevant: true, score: 2 })
    expect(judged({ title: 'Lighthouse', url: 'https://paper.example/sport/1' })).toMatchObject({ relevant: false, score: 0 })
    expect(judged({ title: 'Lighthouse', url: 'https://paper.example/sport/1' }).nearest).toBe(
      'a rule of the topic forbids it: never: teams',
    )
  })

  it('counts the words of the address and the categories, but neither alone', () => {
    expect(judged({ title: 'Lit', url: 'https://paper.example/the-lighthouse', language: 'en' }).relevant).toBe(false)
    expect(judged({ title: 'Lit', url: 'https://lighthouse.example/', language: 'en' }).score).toBe(0)
    expect(judged({ title: 'Lit', categories: ['Lighthouses'], language: 'en' })).toMatchObject({ relevant: false, score: 1.5 })
  })

  it('reads a post without a title by its first words', () => {
    expect(judged({ title: '', content: '<p>Lighthouse lit again</p>', language: 'en' }).score).toBe(3)
  })

  it('reads text, not markup, also where it was escaped twice', () => {
    expect(english('<b class="lighthouse">Rain</b>').relevant).toBe(false)
    expect(english('Light<b>house</b> lit').relevant).toBe(true)
    expect(english('&amp;lt;b&amp;gt;Rain').relevant).toBe(false)
    expect(english('&#108;ighthouse lit').relevant).toBe(true)
  })

  describe('an exclusion', () => {
    const why = 'a singer'
    const also = { exclude: [{ why, terms: { en: ['ada skerryvore'] }, also: { en: ['skerryvore'] } }] }
    const beside = { exclude: [{ why, beside: ['sea'], terms: { en: ['skerryvore'] } }] }
    const isKept = (change: object, title: string, summary = '') => judged({ title, summary, language: 'en' }, change).relevant

    it('also covers the bare name in an entry that holds the full one, in whichever field', () => {
      expect(isKept(also, 'Skerryvore at night')).toBe(true)
      expect(isKept(also, 'Skerryvore at night', 'Ada Skerryvore sings')).toBe(false)
      expect(isKept(also, 'Lighthouse at night', 'Ada Skerryvore sings')).toBe(true)
    })

    it('counts only beside a word of its contexts', () => {
      expect(isKept(beside, 'Skerryvore at night')).toBe(true)
      expect(isKept(beside, 'Skerryvore at night', 'Off the coast')).toBe(false)
    })
  })

  it('is deterministic and does not change what it is given', () => {
    const topic = lighthouses()
    const input = Object.freeze({ title: 'The lighthouse', summary: 'A beacon by the coast', language: 'en' })
    expect(topic.judge(input)).toEqual(topic.judge(input))
  })

  it('judges a very long text without delay', () => {
    const verdict = judged({ title: 'x', content: `${'<p>lighthouse '.repeat(200_000)}`, language: 'en' })
    expect(verdict.relevant).toBe(true)
  })
})
