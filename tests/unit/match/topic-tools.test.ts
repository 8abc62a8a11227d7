import { describe, expect, it } from 'vitest'
import { auditTopic, diffTopics, testTopic } from '../../../src/match/index.ts'
import { LIGHTHOUSES, lighthouses } from './lighthouse-topic.ts'

const items = [
  { title: 'A beacon by the coast', language: 'en' },
  { title: 'Another beacon, another ship', language: 'en' },
  { title: 'The lighthouse and its beacon', language: 'en' },
  { title: 'Rain on Sunday', language: 'en' },
]

describe('testTopic', () => {
  it('finds every example decided as it should be', () => {
    expect(testTopic(LIGHTHOUSES)).toEqual({ kind: 'tested', examples: 2, failed: [] })
  })

  it('hands back an example that is decided otherwise, with its verdict', () => {
    const tests = [{ title: 'Rain', expect: true }]
    expect(testTopic({ ...LIGHTHOUSES, tests })).toMatchObject({
      failed: [{ title: 'Rain', expected: true, verdict: { relevant: false, nearest: 'names no term of the topic' } }],
    })
  })

  it('says what is wrong with a topic that cannot be tested', () => {
    expect(testTopic({}).kind).toBe('problems')
  })
})

describe('auditTopic', () => {
  it('lists the terms that stand without a core term, most frequent first, with titles', () => {
    const audit = auditTopic(LIGHTHOUSES, items)
    expect(audit).toMatchObject({ kind: 'audited', items: 4, kept: 3, review: 0 })
    expect(audit.kind === 'audited' && audit.terms).toEqual([
      { term: 'beacon', lang: 'en', group: 'beacon', items: 3, alone: 2, kept: 2, examples: [items[0]?.title, items[1]?.title] },
      { term: 'lighthouse(s)', lang: 'en', group: 'lighthouse', items: 1, alone: 0, kept: 0, examples: [] },
    ])
  })

  it('says what is wrong with a topic that cannot be audited', () => {
    expect(auditTopic(7, items).kind).toBe('problems')
  })
})

describe('diffTopics', () => {
  it('tells what an edited topic keeps more and what it drops', () => {
    const stricter = lighthouses({ threshold: 2.6 })
    const diff = diffTopics(lighthouses(), stricter, items)
    expect(diff.items).toBe(4)
    expect(diff.added).toEqual([])
    expect(diff.dropped.map(({ item, before, after }) => [item.title, before.score, after.relevant])).toEqual([
      ['A beacon by the coast', 2.5, false],
      ['Another beacon, another ship', 2.5, false],
    ])
    expect(diffTopics(stricter, lighthouses(), items).added).toHaveLength(2)
  })
})
