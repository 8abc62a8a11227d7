import type { Story } from '../../../src/model/index.ts'
import { anAddress, makeItem, makeStory } from '../../helpers/make-item.ts'

/** Three stories, newest first: an agency's report with a copy, an Arabic one, and a Turkish one without a date of its own. */
export function sampleStories(): readonly Story[] {
  return [
    makeStory(
      makeItem({
        id: 1,
        title: 'A & B &amp; C: <b>bold</b> words ]]> "here"',
        credit: {
          agency: ['Northern Wire'],
          authors: ['Jane Roe', 'Max Muster'],
          licence: 'https://creativecommons.org/licenses/by/4.0/',
          source: { name: 'Northern Wire', url: anAddress('https://wire.example/1') },
          dateline: { place: 'ALEPPO' },
          evidence: [{ part: 'agency', value: 'Northern Wire', from: 'text', rule: 'dateline-with-agency' }],
        },
        categories: ['Aid & relief', 'Aleppo'],
        enclosures: [{ url: anAddress('https://audio.example/1.mp3'), type: 'audio/mpeg', length: 123 }],
      }),
      [
        makeItem({
          id: 2,
          carrier: { name: 'Evening Star & Sons', sourceId: 'evening-star' },
          url: 'https://star.example/?a=1&b=2',
        }),
      ],
    ),
    makeStory(
      makeItem({
        id: 3,
        url: 'https://jarida.example/3',
        language: 'ar',
        title: 'وصول قافلة مساعدات إلى حلب',
        text: 'وصلت قافلة من عشرين شاحنة إلى حلب يوم الثلاثاء.',
        published: new Date('2026-11-23T20:00:00Z'),
        carrier: { sourceId: 'jarida', name: 'الجريدة', ownership: 'state', country: 'SY' },
      }),
    ),
    makeStory(undatedTurkish()),
  ]
}

function undatedTurkish(): Story['lead'] {
  const { published: _, ...item } = makeItem({
    id: 4,
    url: 'https://yol.example/4',
    language: 'tr',
    title: 'İdlib’de ışıklar yeniden yandı',
    text: 'İdlib’de elektrik iki yıl sonra geri geldi.',
    firstSeen: new Date('2026-11-22T08:00:00Z'),
    carrier: { sourceId: 'yol', name: 'Yol', ownership: 'public', country: 'TR' },
    republish: 'link',
  })
  return item
}
