import { describe, expect, it } from 'vitest'
import { attribute } from '../../../src/attribute/index.ts'

/** lead, agencies, place, date, authors */
type Case = readonly [lead: string, agency: string, place?: string | undefined, date?: string | undefined, authors?: string]

const HOUSES: readonly Case[] = [
  ['BEIRUT (Reuters) - The camp is full.', 'Reuters', 'BEIRUT'],
  ['BEIRUT/AMMAN, Feb 3 (Reuters) - The camp is full.', 'Reuters', 'BEIRUT/AMMAN', 'Feb 3'],
  ['(Reuters) - The camp is full.', 'Reuters'],
  ['WASHINGTON, D.C. (AP) — The House voted.', 'AP', 'WASHINGTON, D.C.'],
  ['ST. PETERSBURG, Fla. (AP) — The city voted.', 'AP', 'ST. PETERSBURG, Fla.'],
  ['AL-HOL, Syria (AP) — The camp is full.', 'AP', 'AL-HOL, Syria'],
  ['Damas (AFP) – Les écoles ont rouvert.', 'AFP', 'Damas'],
  ['Damas, 20 sept 2016 (AFP) - Les écoles ont rouvert.', 'AFP', 'Damas', '20 sept 2016'],
  ['Genf (APA/dpa) - Die Gespräche gehen weiter.', 'APA,DPA', 'Genf'],
  ['Bern (sda) Der Rat hat entschieden.', 'SDA', 'Bern'],
  ['LUGANO, July 12. /TASS/. Two buses met.', 'TASS', 'LUGANO', 'July 12'],
  ['МОСКВА, 20 сен - РИА Новости. Министр заявил.', 'RIA Novosti', 'МОСКВА', '20 сен'],
  ['МОСКВА, 20 сентября – РИА Новости, Иван Петров. Министр заявил.', 'RIA Novosti', 'МОСКВА', '20 сентября', 'Иван Петров'],
  ['Москва. 20 сентября. INTERFAX.RU - Министр заявил.', 'Interfax', 'Москва', '20 сентября'],
  ['Redacción Internacional, 8 dic (EFE).- Miles celebraron.', 'EFE', 'Redacción Internacional', '8 dic'],
  ['(ANSA) - ROMA, 20 SET - Il ministro ha detto.', 'ANSA', 'ROMA', '20 SET'],
  ['DAMASCUS, Sept. 20 (Xinhua) -- The road reopened.', 'Xinhua', 'DAMASCUS', 'Sept. 20'],
  ['新华社大马士革9月20日电 道路重新开放。', 'Xinhua', '大马士革', '9月20日'],
  ['Tehran, Sept 20, IRNA – The minister left.', 'IRNA', 'Tehran', 'Sept 20'],
  ['Damascus, SANA – Schools open.', 'SANA', 'Damascus'],
  ['Damascus [Syria], September 20 (ANI): Talks go on.', 'ANI', 'Damascus [Syria]', 'September 20'],
  ['New Delhi, Sep 20 (PTI) The government said so.', 'PTI', 'New Delhi', 'Sep 20'],
  ['ANKARA (AA) - AYŞE YILMAZ - Bakan açıkladı.', 'AA', 'ANKARA', undefined, 'AYŞE YILMAZ'],
  ['Mehmet DEMİR-Ayşe KAYA/GAZİANTEP, (DHA) - Sınır sakin.', 'DHA', 'GAZİANTEP', undefined, 'Mehmet DEMİR,Ayşe KAYA'],
  ['KİLİS (IHA) - Sınır sakin.', 'İHA', 'KİLİS'],
  ['دمشق-سانا\nقال الوزير إن المدارس فتحت أبوابها.', 'SANA', 'دمشق'],
  ['بيروت (أ ف ب) - قال الوزير.', 'AFP', 'بيروت'],
  ['بيروت ـ أ ف ب: قال الوزير.', 'AFP', 'بيروت'],
  ['إسطنبول / الأناضول قال الوزير إن المعبر سيفتح.', 'AA', 'إسطنبول'],
  ['موسكو، 20 سبتمبر - سبوتنيك. أعلن الوزير.', 'Sputnik', 'موسكو', '20 سبتمبر'],
  ['تهران- ایرنا- وزیر خارجه گفت.', 'IRNA', 'تهران'],
  ['AFP, Beirut\nThe camp is full.', 'AFP', 'Beirut'],
  ['رويترز – بيروت\nقال الوزير إن المعبر سيفتح.', 'Reuters', 'بيروت'],
  ['QAMIŞLO - ANHA: Endam civiyan.', 'ANHA', 'QAMIŞLO'],
]

const AFTER_OTHER_WORDS: readonly Case[] = [
  ['By JANE ROE\nAssociated Press\nBEIRUT (AP) — The camp is full.', 'AP', 'BEIRUT', undefined, 'JANE ROE'],
  [
    'By Jane Roe and John Q. Public\nBEIRUT, Sept 20 (Reuters) - Full.',
    'Reuters',
    'BEIRUT',
    'Sept 20',
    'Jane Roe,John Q. Public',
  ],
  ['(Corrects the name of the camp.) By Jane Roe (Reuters) - The camp is full.', 'Reuters', undefined, undefined, 'Jane Roe'],
  ['Children walk to school, October 4. AP. BEIRUT (AFP) - The camp is full.', 'AFP', 'BEIRUT'],
  ['Published August 3 2015 BEIRUT (AFP) - The camp is full.', 'AFP', 'BEIRUT'],
  ['* A road opens * Aid on the way BEIRUT, Sept 20 (Reuters) - Full.', 'Reuters', 'BEIRUT', 'Sept 20'],
  ['Lorries wait as the gate stays shut MOSCOW (Sputnik) The gate stayed shut.', 'Sputnik', 'MOSCOW'],
  ['Canadian Press - OTTAWA (CP) - The papers were released.', 'CP', 'OTTAWA'],
]

const NO_AGENCY: readonly Case[] = [
  ['WASHINGTON () - The top Democrat asked.', '', 'WASHINGTON'],
  ['20 September 2016 – The convoys were suspended.', '', undefined, '20 September 2016'],
  ['The Syrian Democratic Forces (SDF) - an alliance - said so.', ''],
  ['Pakistan Tehreek-e-Insaf (PTI) - the party in power - said so.', ''],
  ['Andhra Pradesh (AP) - a state of India - is big.', ''],
  ['DUBLIN — She voted against treaties.', ''],
  ['A view of the old town in October 2015 (AFP) Thirty people were waiting.', ''],
  ['BREAKING: A quake hit the coast.', ''],
  ['LE POINT SUR LA SITUATION - «Tout est dit», a-t-il affirmé.', ''],
]

describe('attribute, dateline', () => {
  it.each([...HOUSES, ...AFTER_OTHER_WORDS, ...NO_AGENCY].map((one) => ({ one, lead: one[0] })))('reads $lead', ({ one }) => {
    const [lead, agency, place, date, authors] = one
    const { credit } = attribute({ lead })
    expect(credit.agency.join(',')).toBe(agency)
    expect(credit.dateline?.place || undefined).toBe(place)
    expect(credit.dateline?.date).toBe(date)
    expect(credit.authors.join(',')).toBe(authors ?? '')
  })

  it('keeps as evidence where the agency was read', () => {
    const { credit } = attribute({ lead: 'BEIRUT (Reuters) - The camp is full.' })
    expect(credit.evidence).toContainEqual({ part: 'agency', value: 'Reuters', from: 'text', rule: 'dateline-with-agency' })
    expect(credit.evidence).toContainEqual({ part: 'dateline', value: 'BEIRUT', from: 'text', rule: 'dateline-with-agency' })
  })
})
