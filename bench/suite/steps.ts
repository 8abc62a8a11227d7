import { attribute } from '../../src/attribute/index.ts'
import { fingerprintOf, relate } from '../../src/cluster/index.ts'
import { extractArticle } from '../../src/extract/index.ts'
import { compileTopic, shippedTopic } from '../../src/match/index.ts'
import { decode, parseEntries, read, type Slip } from '../../src/parse/index.ts'
import { feedFrame, jsonFeed, publishedEntries, rssFeed } from '../../src/publish/index.ts'
import { openSqliteStore } from '../../src/store/index.ts'
import { anAddress, makeItem, makeStory } from '../../tests/helpers/make-item.ts'
import { newsPage } from '../../tests/helpers/news-page.ts'
import { paired, type Work } from '../paired.ts'
import { syntheticFeeds } from '../synthetic-feeds.ts'

/** What one step costs: milliseconds of processor time for a thousand of what it works on, and that as a multiple of a fixed piece of work. */
export type StepCost = { readonly step: string; readonly unit: string; readonly msPerThousand: number; readonly ratio: number }

/** Every step on its own, in this process, each in turn with the same yardstick: another machine has other times and much the same ratios. */
export async function stepCosts(rounds: number): Promise<readonly StepCost[]> {
  const costs: StepCost[] = []
  for (const { step, unit, units, work } of await steps()) {
    const { oneMs, ratio } = await paired(work, yardstick, rounds)
    const msPerThousand = Math.round((oneMs / units) * 100_000) / 100
    costs.push({ step, unit, msPerThousand, ratio: Math.round((ratio / units) * 1_000_000) / 1_000 })
  }
  return costs
}

/** Strings and maps, as everywhere in the program. */
function yardstick(): number {
  const counts = new Map<string, number>()
  for (let at = 0; at < 20_000; at += 1) {
    const key = `word-${(at * 7_919) % 3_001}`.toUpperCase()
    counts.set(key, (counts.get(key) ?? 0) + key.length)
  }
  return counts.size
}

type Step = { readonly step: string; readonly unit: string; readonly units: number; readonly work: Work }

async function steps(): Promise<readonly Step[]> {
  const documents = syntheticFeeds().cdata
  const about = { url: 'https://news.example.org/feed.xml', now: new Date('2100-01-01T00:00:00Z') }
  const readings = documents.map((bytes) => read(bytes, about)).filter((one) => one.kind === 'document')
  const slips = readings.flatMap((one): readonly Slip[] => one.slips)
  const entries = (await Promise.all(readings.map((one) => parseEntries(one, one.slips)))).flat()
  const topic = shipped()
  const items = Array.from({ length: 200 }, (_, at) => makeItem({ id: at, title: `Report ${at} from the harbour of Aleppo` }))
  const prints = items.map((item) => ({ ...item, print: fingerprintOf(item) }))
  const page = { url: 'https://news.example.org/world/story', html: newsPage() }
  const channel = { title: 'Bench', language: 'en', homePage: anAddress('https://news.example.org/'), hubs: [], topic: 'syria' }
  const stories = items.map((item) => makeStory(item))
  const { store } = await openSqliteStore(':memory:')
  return [
    each('decode', 'documents', documents, (bytes) => decode(bytes, { kind: 'xml' })),
    each('read', 'documents', documents, (bytes) => read(bytes, about)),
    each('screen', 'entries', slips, (slip) => topic.mayMatch(slip.text)),
    {
      step: 'parse',
      unit: 'entries',
      units: slips.length,
      work: () => Promise.all(readings.map((one) => parseEntries(one, one.slips))),
    },
    each('match', 'entries', entries, ({ title = '', summary = '' }) => topic.judge({ title, summary })),
    each(
      'extract',
      'pages',
      Array.from({ length: 20 }, () => page),
      extractArticle,
    ),
    each('attribute', 'entries', entries, (entry) => attribute({ entry, title: entry.title ?? '', lead: entry.summary ?? '' })),
    each('cluster', 'items', prints, (item) => relate({ ...item, print: fingerprintOf(item) }, prints.slice(0, 20))),
    {
      step: 'store',
      unit: 'items',
      units: items.length,
      work: () => store.commit(items.map((item) => ({ state: stateOf(item.carrier), items: [item], decisions: [] }))),
    },
    {
      step: 'publish',
      unit: 'stories, as RSS and JSON Feed',
      units: stories.length,
      work: () => {
        const published = publishedEntries(stories, 'en')
        const frame = feedFrame(channel, { path: 'feed.xml' }, published)
        return [rssFeed(frame, published), jsonFeed(frame, published)]
      },
    },
  ]
}

function each<T>(step: string, unit: string, all: readonly T[], work: (one: T) => unknown): Step {
  return {
    step,
    unit,
    units: all.length,
    work: () => {
      for (const one of all) work(one)
    },
  }
}

function stateOf({ sourceId, feedUrl }: ReturnType<typeof makeItem>['carrier']) {
  return { sourceId, url: feedUrl, failures: 0, warnings: [] }
}

function shipped() {
  const reading = compileTopic(shippedTopic('syria'))
  if (reading.kind === 'topic') return reading.topic
  throw new TypeError('the shipped topic does not compile')
}
