import type { Story } from '../src/model/index.ts'
import { feedFrame, jsonFeed, publishedEntries, rssFeed } from '../src/publish/index.ts'
import { anAddress, makeItem, makeStory } from '../tests/helpers/make-item.ts'
import { cpuMs, median, verdict } from './paired.ts'

/** 200 stories in eight languages, each with an article of 4,000 characters behind its excerpt of 60 words. */
const LANGUAGES = ['en', 'ar', 'tr', 'fa', 'ru', 'de', 'fr', 'ku']
const STORIES: readonly Story[] = Array.from({ length: 200 }, (_, at) => {
  const paragraph = `Sentence ${at} speaks of a convoy that reached the city on Tuesday after three days of waiting at the border. `
  return makeStory(
    makeItem({ id: at, language: LANGUAGES[at % LANGUAGES.length] ?? 'en', text: `${paragraph.repeat(4)}\n`.repeat(10) }),
  )
})
const channel = { title: 'Bench', language: 'en', homePage: anAddress('https://news.example.org/'), hubs: [], topic: 'syria' }
const ROUNDS = 41
const GOAL_MS = 10

/** Processor time of a step that has run before, in milliseconds: the median, and the best, which other work on the machine disturbs least. */
async function measured(name: string, step: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    const ms = await cpuMs(step)
    if (round >= ROUNDS) times.push(ms)
  }
  const middle = median(times)
  console.log(`${name.padEnd(52)} median ${middle.toFixed(1)} ms, best ${Math.min(...times).toFixed(1)} ms of processor time`)
  return middle
}

const prepared = () => publishedEntries(STORIES, 'en')
const entries = prepared()
const frame = feedFrame(channel, { path: 'feed.xml' }, entries)
const written = (from: typeof entries) => [rssFeed(frame, from), jsonFeed(frame, from)]
const documents = written(entries)

await measured('prepare 200 entries (credits, excerpts, bodies)', prepared)
await measured('write 200 as RSS and JSON Feed', () => written(entries))
console.log(verdict('both together, ms', await measured('both together', () => written(prepared())), GOAL_MS))
await measured('their bytes (UTF-8), which every writer pays', () => documents.map((text) => Buffer.from(text)))
