import { type FeedItem, rssText } from '../helpers/feed-text.ts'
import { type Site, site } from '../helpers/site.ts'

/** Three outlets on loopback that have two days: what they offer in the morning, and what in the evening. */
export type Farm = {
  readonly sources: readonly { readonly id: string; readonly name: string; readonly url: string; readonly article: string }[]
  readonly hosts: readonly string[]
  readonly turn: (to: 'morning' | 'evening') => void
  /** how many requests have come in, ever */
  readonly asked: () => number
  readonly close: () => Promise<void>
}

const AGENCY =
  'The Syrian ministry of health opened a hospital in Aleppo on Friday, its third this year, after two years of work by local builders and a dozen engineers.'

const LIBRARY: FeedItem = {
  title: 'Damascus opens a library',
  link: 'https://morning.example/library',
  guid: 'library',
  date: 'Fri, 20 Nov 2026 08:00:00 GMT',
  text: 'A public library opened in the Syrian capital on Friday.',
}
const HOSPITAL: FeedItem = {
  title: 'Aleppo gains a hospital',
  link: 'https://agency.example/hospital',
  guid: 'hospital',
  date: 'Fri, 20 Nov 2026 09:00:00 GMT',
  text: AGENCY,
}
const HARVEST: FeedItem = {
  title: 'Olive harvest begins near Idlib',
  link: 'https://evening.example/harvest',
  guid: 'harvest',
  date: 'Thu, 19 Nov 2026 09:00:00 GMT',
  text: 'Farmers in Idlib province in Syria began to pick olives this week.',
}

const OFFERS = {
  morning: [[LIBRARY], [HOSPITAL], [HARVEST]],
  evening: [
    [
      {
        ...LIBRARY,
        title: 'Damascus opens a public library',
        text: 'A public library opened in Damascus, Syria; a second one follows.',
      },
      {
        title: 'Homs repairs its clock tower',
        link: 'https://morning.example/clock',
        guid: 'clock',
        date: 'Fri, 20 Nov 2026 17:00:00 GMT',
        text: 'Workers in Homs, Syria, repaired the clock of the old tower.',
      },
    ],
    [HOSPITAL],
    [{ ...HOSPITAL, link: 'https://evening.example/hospital', guid: 'copy', date: 'Fri, 20 Nov 2026 18:00:00 GMT' }, HARVEST],
  ],
} as const

const NAMES = ['Morning Post', 'North Agency', 'Evening Star'] as const

export async function openFarm(): Promise<Farm> {
  const sites: Site[] = []
  for (const _ of NAMES) sites.push(await site())
  function turn(to: keyof typeof OFFERS): void {
    for (const [at, one] of sites.entries())
      one.put('/feed.xml', { body: rssText(NAMES[at] ?? '', OFFERS[to][at] ?? []), type: 'application/rss+xml' })
  }
  turn('morning')
  return {
    sources: sites.map((one, at) => ({
      id: `outlet-${at}`,
      name: NAMES[at] ?? '',
      url: `${one.origin}/feed.xml`,
      article: 'never',
    })),
    hosts: sites.map((one) => one.host),
    turn,
    asked: () => sites.reduce((sum, one) => sum + one.requests.length, 0),
    close: async () => void (await Promise.all(sites.map((one) => one.close()))),
  }
}
