import { compileTopic, type MatchInput, type Topic } from '../../../src/match/index.ts'
import type { Verdict } from '../../../src/model/index.ts'

/** A topic about lighthouses: small, and of a world where nothing else is on the map. */
export const LIGHTHOUSES = {
  id: 'lighthouses',
  name: 'Lighthouses',
  version: 1,
  groups: [
    {
      id: 'lighthouse',
      role: 'core',
      weight: 3,
      terms: {
        en: ['lighthouse(s)'],
        tr: ['fener'],
        ar: ['(ال)منار(ه|ات)'],
        he: ['מגדלור'],
        ru: ['маяк'],
        de: ['leuchtturm', 'leuchttürm*'],
        ja: ['灯台'],
      },
    },
    { id: 'skerryvore', role: 'place', weight: 3, terms: { en: ['skerryvore', 'skerry [vore|more]'] } },
    { id: 'beacon', role: 'thing', weight: 2.5, needs: ['*', 'context:sea'], otherwise: 0.2, terms: { en: ['beacon', '!LHS'] } },
    { id: 'keeper', role: 'person', weight: 1.5, needs: ['group:lighthouse'], terms: { en: ['keeper'], tr: ['=bekçi'] } },
  ],
  contexts: { sea: { en: ['ship(s)', 'coast'] }, building: { en: ['castle', 'tower', 'church'] }, money: { en: ['shares'] } },
  exclude: [{ why: 'a firm', terms: { en: ['lighthouse bank'] } }],
  demote: [
    { kind: 'listed', contexts: ['building'], atLeast: 2, fields: ['summary'], factor: 0.5, why: 'one of many buildings' },
    { kind: 'elsewhere', contexts: ['money'], mentions: 1, factor: 0.5, why: 'a market report' },
    { kind: 'beside', contexts: ['money'], within: 1, fields: ['title'], factor: 0.1, why: 'a share' },
    { kind: 'late', after: 30, factor: 0.4, why: 'far down' },
  ],
  always: [{ category: 'Coast desk', why: 'their own desk' }],
  never: [{ url: '/sport/', why: 'teams' }],
  tests: [
    { title: 'Lighthouse lit again', lang: 'en', expect: true },
    { title: 'Lighthouse Bank lends more', lang: 'en', expect: false },
  ],
} as const

export function lighthouses(change: object = {}): Topic {
  const reading = compileTopic({ ...LIGHTHOUSES, ...change })
  if (reading.kind === 'problems') throw new Error(reading.problems.join('\n'))
  return reading.topic
}

export function judged(input: MatchInput, change: object = {}): Verdict {
  return lighthouses(change).judge(input)
}
