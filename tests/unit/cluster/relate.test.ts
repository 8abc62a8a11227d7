import { describe, expect, it } from 'vitest'
import { type Comparable, fingerprintOf, relate } from '../../../src/cluster/index.ts'
import { makeItem } from '../../helpers/make-item.ts'

const WIRE = `Drivers of forty lorries waited for three days at the crossing before the gate was opened on Tuesday morning, the port
authority said. The first of them carried flour and blankets for a school in the old town, where 312 families have found shelter since
the flood. A second convoy is expected on Friday, said the head of the relief office, who asked the neighbours for fuel.`

const SHORTENED = `Forty lorries waited for three days at the crossing before the gate was opened on Tuesday morning. The first of them carried
flour and blankets for a school in the old town, where 312 families have found shelter since the flood, officials told the paper.`

const OWN_REPORT = `After a long wait the border post let relief trucks through on Tuesday. Our reporter saw flour being unloaded in front of a
school that now houses 312 families. Officials hope that another forty vehicles will arrive before the weekend.`

let count = 0

function comparable(parts: {
  title: string
  text?: string
  outlet?: string
  feed?: string
  url?: string
  minute?: number
}): Comparable {
  count += 1
  const { title, text = '', outlet = `Paper ${count}`, feed = outlet, url = `https://p${count}.example/a`, minute = 0 } = parts
  const item = makeItem({
    id: count,
    title,
    text,
    url,
    published: new Date(Date.UTC(2026, 10, 24, 9, minute)),
    carrier: { name: outlet, sourceId: feed.toLowerCase().replaceAll(' ', '-') },
    credit: { publisher: outlet, agency: [] },
  })
  return { ...item, print: fingerprintOf({ title, text }) }
}

describe('relate', () => {
  it('finds a copy that a desk has shortened and given another headline', () => {
    const wire = comparable({ title: 'Crossing opens for relief lorries', text: WIRE })
    const copy = comparable({ title: 'Flour reaches the old town at last', text: SHORTENED })
    expect(relate(copy, [wire])).toMatchObject({ kind: 'copy', of: wire.id, evidence: expect.stringContaining('word runs') })
  })

  it('does not merge a report of the same event in other words', () => {
    const wire = comparable({ title: 'Crossing opens for relief lorries', text: WIRE })
    const other = comparable({ title: 'Relief trucks pass the crossing', text: OWN_REPORT })
    expect(relate(other, [wire]).kind).not.toBe('copy')
  })

  it('links a report of the same event whose numbers agree and whose words are partly the same', () => {
    const wire = comparable({ title: 'Crossing opens for 40 relief lorries', text: WIRE })
    const other = comparable({ title: 'Crossing opens for 40 relief trucks', text: OWN_REPORT })
    expect(relate(other, [wire])).toMatchObject({ kind: 'same-event', of: wire.id })
  })

  it('does not merge updates with other tolls that share a paragraph of background', () => {
    const background =
      'The bridge was built in the spring after the old one had been carried away by the river, the council said.'
    const first = comparable({
      title: 'Flood injures 15',
      text: `At least 15 people were injured when the river rose at night. ${background}`,
    })
    const later = comparable({
      title: 'Flood injures 83 in the valley',
      text: `A total of 83 are in hospital after the flood, doctors counted on Sunday evening in four towns. ${background}`,
    })
    expect(relate(later, [first]).kind).not.toBe('copy')
  })

  it('takes the text that is most alike, whatever the order of the neighbours', () => {
    const wire = comparable({ title: 'Crossing opens for relief lorries', text: WIRE })
    const short = comparable({ title: 'Crossing opens', text: SHORTENED })
    const copy = comparable({ title: 'Crossing opens for relief lorries', text: WIRE })
    expect(relate(copy, [short, wire])).toMatchObject({ kind: 'copy', of: wire.id, similarity: 1 })
    expect(relate(copy, [wire, short])).toEqual(relate(copy, [short, wire]))
  })

  it('takes the earlier of two equally like ones', () => {
    const late = comparable({ title: 'Crossing opens for relief lorries', text: WIRE, minute: 30 })
    const early = comparable({ title: 'Crossing opens for relief lorries', text: WIRE, minute: 10 })
    const copy = comparable({ title: 'Crossing opens for relief lorries', text: WIRE, minute: 50 })
    expect(relate(copy, [late, early])).toMatchObject({ of: early.id })
  })

  it('knows one article under one address in two feeds', () => {
    const first = comparable({ title: 'Crossing opens', url: 'https://paper.example/a' })
    const again = comparable({ title: 'A wholly other headline', url: 'https://paper.example/a' })
    expect(relate(again, [first])).toMatchObject({ kind: 'copy', similarity: 1, evidence: 'same address' })
  })

  it('merges bare headlines of two outlets that are nearly the same, and not those of one feed', () => {
    const title = 'Council opens the bridge over the river after repairs'
    const first = comparable({ title })
    expect(relate(comparable({ title: `${title} - Example Times` }), [first])).toMatchObject({ kind: 'copy', of: first.id })
    const column = comparable({ title: 'Bridges and rivers of the week in pictures', outlet: 'Paper' })
    expect(relate(comparable({ title: 'Bridges and rivers of the week in pictures', outlet: 'Paper' }), [column]).kind).toBe(
      'single',
    )
  })

  it('does not merge bare headlines that name other numbers', () => {
    const first = comparable({ title: 'Flood on the river injures 15 people in the valley' })
    expect(relate(comparable({ title: 'Flood on the river injures 83 people in the valley' }), [first]).kind).not.toBe('copy')
  })

  it('does not merge bare headlines that name another place', () => {
    const first = comparable({ title: 'The weather for Friday in the Saint Malo region' })
    expect(relate(comparable({ title: 'The weather for Friday in the Mulhouse region' }), [first]).kind).not.toBe('copy')
  })

  it('does not merge two sentences that share one clause of background', () => {
    const clause = 'the mayor of Example Town, who was elected in a second round in spring,'
    const first = comparable({
      title: 'Mayor to settle with council',
      text: `In a letter ${clause} agreed to settle the old quarrel with the council over water, roads and taxes.`,
    })
    const second = comparable({
      title: 'Mayor opens a school',
      text: `On Wednesday ${clause} opened a school by the river and thanked all who had given money for its roof.`,
    })
    expect(relate(second, [first]).kind).not.toBe('copy')
  })

  it('asks more of two items of one outlet: its template is no copy', () => {
    const template =
      'The following were reported by our offices today, with no claim to be complete; see the map below for places and times:'
    const monday = comparable({
      title: 'Day in brief: north',
      text: `${template} a fire in Hama, put out by noon.`,
      outlet: 'Monitor',
    })
    const tuesday = comparable({
      title: 'Day in brief: south',
      text: `${template} rain in Daraa, roads closed since dawn.`,
      outlet: 'Monitor',
    })
    expect(relate(tuesday, [monday]).kind).not.toBe('copy')
  })

  it.each([
    [
      'ar',
      'أعلنت هيئة المعابر أن أربعين شاحنة انتظرت ثلاثة أيام عند المعبر قبل أن يفتح صباح الثلاثاء وأن أولها حملت الطحين والبطانيات',
    ],
    [
      'tr',
      'Liman idaresi, kırk kamyonun sınır kapısında üç gün beklediğini ve ilk kamyonun okula un ile battaniye taşıdığını açıkladı',
    ],
    ['zh', '港务局说四十辆卡车在口岸等候了三天星期二早上大门才打开第一辆卡车为老城的学校运送面粉和毯子'],
  ])('finds a copy in %s', (_language, text) => {
    const wire = comparable({ title: 'A', text })
    expect(relate(comparable({ title: 'B', text: text.toUpperCase() }), [wire])).toMatchObject({ kind: 'copy' })
  })
})

describe('fingerprintOf', () => {
  it('gives equal texts equal bands, and at most 32', () => {
    const one = fingerprintOf({ title: 'Crossing opens for relief lorries', text: WIRE })
    expect(fingerprintOf({ title: 'CROSSING OPENS for relief lorries!', text: WIRE })).toEqual(one)
    expect(one.bands.length).toBeLessThanOrEqual(32)
    expect(one.bands).toEqual([...new Set(one.bands)])
  })

  it('shares a band between a text and its shortened copy, so that an index finds it', () => {
    const [one, other] = [WIRE, SHORTENED].map((text) => new Set(fingerprintOf({ title: '', text }).bands))
    expect(one?.isDisjointFrom(other ?? new Set())).toBe(false)
  })

  it('reads a dateline, a picture credit and a desk mark as furniture', () => {
    const plain = fingerprintOf({ title: 'Crossing opens for lorries', text: WIRE })
    const dressed = fingerprintOf({ title: 'UPDATE 2-Crossing opens for lorries', text: `BEIRUT (Reuters) - ${WIRE}` })
    expect(dressed.bands).toEqual(plain.bands)
  })
})
