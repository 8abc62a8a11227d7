import { describe, expect, it } from 'vitest'
import { compileTopic, shippedTopic } from '../../../src/match/index.ts'
import { lexicon } from '../../../src/match/lexicon.ts'
import { spellingsOf } from '../../../src/match/spellings.ts'
import { termLists } from '../../../src/match/term-lists.ts'

function syria() {
  const reading = compileTopic(shippedTopic('syria'))
  if (reading.kind === 'problems') throw new Error(reading.problems.join('\n'))
  const lists = termLists(reading.definition)
  return { terms: lists.reduce((sum, list) => sum + list.terms.length, 0), ...spellingsOf(lists) }
}

describe('spellingsOf', () => {
  it('makes few spellings more than the topic has terms', () => {
    const { terms, spellings } = syria()
    expect(terms).toBeGreaterThan(5_000)
    expect(spellings.starts.length).toBeLessThan(1.4 * terms)
  })

  it('is asked only for spellings that begin like a word of the text', () => {
    const { spellings } = syria()
    let asked = 0
    const at = (spelling: number) => {
      asked += 1
      return spellings.at(spelling)
    }
    const { find } = lexicon({ ...spellings, at })
    expect(asked).toBe(0)
    expect(find(['rain', 'in', 'aleppo'], 'Rain in Aleppo', 'en').map(({ phrase }) => phrase.text)).toContain('aleppo')
    expect(asked).toBeLessThan(spellings.starts.length / 10)
    const first = asked
    find(['rain', 'in', 'aleppo'], 'Rain in Aleppo', 'en')
    expect(asked).toBe(first)
  })
})
