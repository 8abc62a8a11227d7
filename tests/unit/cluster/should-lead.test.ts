import { describe, expect, it } from 'vitest'
import { shouldLead } from '../../../src/cluster/index.ts'
import { makeItem } from '../../helpers/make-item.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 8, minute))

describe('shouldLead', () => {
  const early = makeItem({ id: 1, published: at(0), credit: { publisher: 'Morning Post', agency: ['AA'] } })
  const late = makeItem({ id: 2, published: at(30), credit: { publisher: 'Evening Post', agency: ['AA'] } })
  const agency = makeItem({ id: 3, published: at(50), credit: { publisher: 'Anadolu Agency', agency: ['AA'] } })
  const republished = makeItem({ id: 4, published: at(0), credit: { publisher: 'Digest', source: { name: 'Evening Post' } } })

  it('puts the agency’s own copy before everything', () => {
    expect(shouldLead(agency, early)).toBe(true)
    expect(shouldLead(early, agency)).toBe(false)
  })
  it('puts the earlier of two outlets first', () => {
    expect(shouldLead(early, late)).toBe(true)
    expect(shouldLead(late, early)).toBe(false)
  })
  it('puts an original before what names it as its source, however early that came', () => {
    expect(shouldLead(late, republished)).toBe(true)
  })
  it('puts no item before itself', () => {
    expect(shouldLead(early, early)).toBe(false)
  })
})
