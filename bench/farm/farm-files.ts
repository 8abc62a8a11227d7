import type { FarmFeed } from './farm-feed.ts'
import { isOnTopic } from './farm-feed.ts'
import { languageOfFeed } from './farm-text.ts'

/** What the farm tells of itself, by name: its addresses, a feeds.json that watches them, and what a right pass keeps of them. */
export function farmFiles(feeds: readonly FarmFeed[], port: number): Readonly<Record<string, string>> {
  const matches = feeds.flatMap(({ number, moments }) =>
    moments.flatMap((_, at) => (isOnTopic(number, at) ? [`${number}/${at}`] : [])),
  )
  const items = feeds.reduce((sum, { moments }) => sum + moments.length, 0)
  return {
    'urls.txt': feeds.map(({ url }) => `${url}\n`).join(''),
    'feeds.json': `${JSON.stringify(configOf(feeds, port), undefined, 1)}\n`,
    'expected.json': `${JSON.stringify({ feeds: feeds.length, items, matches: matches.length, syria: matches })}\n`,
  }
}

function configOf(feeds: readonly FarmFeed[], port: number): object {
  return {
    title: 'Farm',
    description: 'Synthetic feeds for measuring',
    language: 'en',
    homePage: 'https://news.example.org/farm/',
    topic: 'syria',
    window: { items: 200, days: 30 },
    fetch: { concurrency: 64, perHost: 2, allowPrivate: [`127.0.0.0/8:${port}`] },
    sources: feeds.map(({ number, url, home }) => ({
      id: `gazette-${number}`,
      name: `Gazette ${number}`,
      url,
      homePage: `${home}/`,
      language: languageOfFeed(number).code,
      article: 'never',
    })),
  }
}
