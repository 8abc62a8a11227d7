import { describe, expect, it } from 'vitest'
import { compileTopic } from '../../../src/match/index.ts'
import { LIGHTHOUSES } from './lighthouse-topic.ts'

const problemsOf = (definition: unknown): readonly string[] => {
  const reading = compileTopic(definition)
  return reading.kind === 'problems' ? reading.problems : []
}
const withTerms = (terms: object) => ({ ...LIGHTHOUSES, groups: [{ id: 'a', role: 'core', weight: 3, terms }] })

describe('compileTopic', () => {
  it('compiles a topic that is right', () => {
    expect(compileTopic(LIGHTHOUSES)).toMatchObject({ kind: 'topic', topic: { id: 'lighthouses', name: 'Lighthouses' } })
  })

  it.each([undefined, 7, 'syria', [], {}])('says what is wrong with %j', (definition) => {
    expect(problemsOf(definition).length).toBeGreaterThan(0)
  })

  it('says all that is wrong at once, each with its path', () => {
    const wrong = {
      ...LIGHTHOUSES,
      threshold: 1,
      review: 1.5,
      colour: 'white',
      groups: [{ id: 'A', role: 'core', weight: -1, terms: { english: ['x y'] } }],
    }
    const problems = problemsOf(wrong).join('\n')
    for (const part of ['colour', 'groups.0.id', 'groups.0.weight', 'groups.0.terms']) expect(problems).toContain(part)
  })

  it.each([
    ['a bracket without its pair', { en: ['light(house'] }, /groups\.0\.terms\.en\.0: bracket without its pair/],
    ['a term of signs only', { en: ['—!?'] }, /nothing is left/],
    ['a word of signs within a term', { en: ['light house', 'old — lamp'] }, /groups\.0\.terms\.en\.1: nothing is left/],
    ['a term of two lines', { en: ['light\nhouse'] }, /groups\.0\.terms\.en\.0: expected words with a space between them/],
    ['a tab in a term', { en: ['=light\thouse'] }, /groups\.0\.terms\.en\.0: expected words with a space between them/],
    ['a stem too short for endings', { tr: ['su*'] }, /the stem "su" is too short/],
    ['a term of one letter', { en: ['x'] }, /groups\.0\.terms\.en\.0: expected a text of 2 to 160 characters, got "x"/],
    ['too many spellings', { en: ['(a|b|c)x(a|b|c)x(a|b|c)x(a|b|c)'] }, /more than 96 spellings/],
  ])('refuses %s', (_, terms, message) => {
    expect(problemsOf(withTerms(terms)).join('\n')).toMatch(message)
  })

  it('refuses names that the topic does not define, rules that say nothing, and a review mark above the threshold', () => {
    const problems = problemsOf({
      ...LIGHTHOUSES,
      review: 3,
      groups: [{ id: 'a', role: 'core', weight: 3, needs: ['group:b', 'context:c'], terms: { en: ['lamp'] } }],
      contexts: {},
      always: [{ why: 'because' }],
    }).join('\n')
    for (const part of [
      'no group "b"',
      'no context "c"',
      'demote.0: no context "building"',
      'always.0',
      'review: expected at most',
    ])
      expect(problems).toContain(part)
  })

  it('is not slowed by a term that would make a backtracking matcher slow', () => {
    const reading = compileTopic(withTerms({ de: ['lampe*'], tr: ['lamba'] }))
    const title = `${'lamp'.repeat(50_000)} ${'lambalarinkilerin'.repeat(5_000)}`
    expect(reading.kind === 'topic' && reading.topic.judge({ title, language: 'tr' }).score).toBe(0)
  })
})
