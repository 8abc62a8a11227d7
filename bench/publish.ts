import type { Story } from '../src/model/index.ts'
import { feedFrame, jsonFeed, publishedEntries, rssFeed } from '../src/publish/index.ts'
import { anAddress, makeItem, makeStory } from '../tests/helpers/make-item.ts'

/** 200 stories in eight languages, each with an article of 4,000 characters behind its excerpt of 60 words. */
const LANGUAGES = ['en', 'ar', 'tr', 'fa', 'ru', 'de', 'fr', 'ku']
const STORIES: readonly Story[] = Array.from({ length: 200 }, (_, at) => {
  const paragraph = `Sentence ${at} speaks of a convoy that reached the city on Tuesday after three days of waiting at the border. `
  return makeStory(
    makeItem({ id: at, language: LANGUAGES[at % LANGUAGES.length] ?? 'en', text: `${paragraph.repeat(4)}\n`.repeat(10) }),
  )
})
const channel = { title: 'Bench', language: 'en', homePage: anAddress('https://news.example.org/'), hubs: [], topic: 'syria' }
const ROUNDS = 40

/** Milliseconds of a step that has run before: the median of forty, and the best, which other work on the machine disturbs least. */
function timed<T>(name: string, step: () => T): T {
  const times: number[] = []
  let result = step()
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    result = step()
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((one, other) => one - other)
  console.log(`${name.padEnd(34)} median ${(sorted[ROUNDS / 2] ?? 0).toFixed(1)} ms, best ${(sorted[0] ?? 0).toFixed(1)} ms`)
  return result
}

const entries = timed('prepare 200 entries (excerpts)', () => publishedEntries(STORIES, 'en'))
const frame = feedFrame(channel, { path: 'feed.xml' }, entries)
timed('write 200 as RSS and JSON Feed', () => [rssFeed(frame, entries), jsonFeed(frame, entries)])
