import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribute/index.ts'

describe('attribute, closing credit', () => {
  it.each([
    ['The talks go on.-AFP', 'AFP'],
    ['They heard the blast. --Reuters', 'Reuters'],
    ['The talks go on. — AFP/rj', 'AFP'],
    ['The talks go on. (With Reuters and AFP)', 'Reuters,AFP'],
    ['The city was shelled. 12 (Al-Masdar and Sputnik) MoreImage', 'Al-Masdar,Sputnik'],
    ['Görüşmeler sürüyor. (DHA)', 'DHA'],
    ['Görüşmeler sürüyor.\nKaynak: AA', 'AA'],
    ['Source: UN News Centre', 'UN News'],
    ['Die Gespräche gehen weiter.\n(Quelle: APA)', 'APA'],
    ['المحادثات مستمرة.\nالمصدر: رويترز', 'Reuters'],
    ['المحادثات مستمرة. (وكالات)', 'Agencies'],
    ['The talks go on.\n- Agencies', 'Agencies'],
    ['Las conversaciones siguen. Con información de EFE', 'EFE'],
    ['The talks go on.\nWith reporting by Reuters, AFP, and dpa', 'Reuters,AFP,DPA'],
    ['The talks go on. The Associated Press contributed to this report.', 'AP'],
    ['___ Associated Press writers Jane Roe and Ann M. Poe contributed to this report.', 'AP'],
    ['The talks go on. (Reporting by Jane Roe; Editing by Max Moe)', 'Reuters'],
    ['Copyright 2016 The Associated Press. All rights reserved.', 'AP'],
    ['© dpa-infocom, dpa:240516-99-1234/2', 'DPA'],
  ])('reads %j', (tail, agency) => {
    expect(attribute({ lead: 'The city is empty.', tail }).credit.agency.join(',')).toBe(agency)
  })

  it.each([
    'This was confirmed by the Syrian Arab News Agency (SANA).',
    'The rally was held by Pakistan Tehreek-e-Insaf (PTI).',
    'The trucks belong to the Red Crescent (SARC).',
    'More than 200 people have been killed, AFP reported. SSH 11',
    '(Photo: smoke rises over the city. By AFP)',
    'Kaynak/Source: Example Daily',
  ])('finds no agency in %j', (tail) => {
    expect(attribute({ lead: 'The city is empty.', tail }).credit.agency).toEqual([])
  })

  it('takes the source that a text names, without its address', () => {
    const { credit } = attribute({ lead: 'Şehir boş.', tail: 'Bitti.\nKaynak/Source: Example Daily https://daily.example/a/1' })
    expect(credit.source).toEqual({ name: 'Example Daily' })
  })
})

describe('attribute, opening agency', () => {
  it.each([
    ['AP - Saboteurs blew up a pipeline.', 'Two lines', 'AP'],
    ['(CNN) The mayor made an unscheduled trip.', 'A trip', 'CNN'],
    ['Friday 19 Aug 2016 Convoys reach the town AFP Drivers waited for days.', 'Convoys reach the town', 'AFP'],
    ['AFP Tuesday 5 Jul 2016 A convoy arrived.', 'A convoy', 'AFP'],
    ['AFP Eleven lorries were waiting on Thursday.', 'Lorries', 'AFP'],
    ['REUTERS Jane Roe Market Street The city is quiet.', 'Quiet', ''],
    ['AFP Photo shows a street.', 'A street', ''],
    ['Reuters has seen the document.', 'A document', ''],
  ])('reads %j', (lead, title, agency) => {
    expect(attribute({ lead, title }).credit.agency.join(',')).toBe(agency)
  })
})

describe('attribute, who is quoted', () => {
  it.each([
    ['A spokesman told AFP that the road was open.', 'AFP'],
    ['The minister said, according to state news agency SANA, that wages rise.', 'SANA'],
    ['Bir yetkili AA muhabirine konuştu.', 'AA'],
    ["Un porte-parole a déclaré à l'AFP que la route était ouverte.", 'AFP'],
    ['Ein Sprecher sagte der Nachrichtenagentur dpa, die Straße sei offen.', 'DPA'],
    ['По данным агентства САНА, дорога открыта.', 'SANA'],
    ['قال شاهد لرويترز إن الحركة عادت.', 'Reuters'],
    ['ونقلت وكالة سانا عن مصدر أن الطريق فتح.', 'SANA'],
  ])('cites and does not credit: %j', (lead, name) => {
    const { credit } = attribute({ lead })
    expect(credit.cited).toContain(name)
    expect(credit.agency).toEqual([])
  })

  it('does not take a city or a first name for an agency', () => {
    const { credit } = attribute({ lead: 'Tourists from Petra said Efe had told them so.' })
    expect(credit.cited).toEqual([])
  })
})

describe('attribute, picture credits', () => {
  it.each([
    ['People inspect the damage (Reuters Photo) Thirty were hurt.', 'Reuters'],
    ['A boy walks. [Jane Roe/Reuters] Workers searched.', 'Jane Roe/Reuters'],
    ['Smoke rises. REUTERS/Jane Roe', 'Reuters/Jane Roe'],
    ['A man walks. AP Photo/Jane Roe The city is empty.', 'AP/Jane Roe'],
    ['A man walks. (Photo by Jane Roe/AFP via Getty Images) Empty.', 'AFP'],
    ['Foto: dpa\nDie Stadt ist leer.', 'DPA'],
    ['Rescuers at work. (IHA via AP)', 'IHA via AP'],
  ])('keeps apart from the agency: %j', (lead, credited) => {
    const { credit } = attribute({ lead })
    expect(credit.imageCredit).toContain(credited)
    expect(credit.agency).toEqual([])
  })
})
