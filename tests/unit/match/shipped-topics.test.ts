import { describe, expect, it } from 'vitest'
import { compileTopic, shippedTopic, shippedTopicIds, testTopic, topicSchema } from '../../../src/match/index.ts'

describe('shippedTopic', () => {
  it('knows more than one topic, and no other', () => {
    expect(shippedTopicIds).toEqual(['syria', 'earthquakes'])
    expect(shippedTopic('Syria')).toBeUndefined()
  })

  it.each(shippedTopicIds)('%s is right, bears its id, and decides its own examples as they say', (id) => {
    const reading = compileTopic(shippedTopic(id))
    expect(reading).toMatchObject({ kind: 'topic', topic: { id } })
    expect(testTopic(shippedTopic(id))).toMatchObject({ kind: 'tested', failed: [] })
  })

  it('has examples of Syria in each of its eleven languages, kept and dropped', () => {
    const text = JSON.stringify(shippedTopic('syria'))
    for (const language of ['en', 'tr', 'ar', 'fa', 'ku', 'ru', 'fr', 'de', 'es', 'he', 'pl']) {
      for (const expected of [true, false]) expect(text).toContain(`"lang":"${language}","expect":${expected}`)
    }
  })
})

describe('topicSchema', () => {
  it('is what topic.schema.json at the root says; `vitest -u` writes it anew', async () => {
    await expect(`${JSON.stringify(topicSchema(), undefined, 2)}\n`).toMatchFileSnapshot('../../../topic.schema.json')
  })
})
