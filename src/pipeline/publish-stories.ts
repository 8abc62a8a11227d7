import { resolve } from 'node:path'
import { shouldLead } from '../cluster/index.ts'
import type { Config } from '../config/index.ts'
import { type Item, present, type Source, type SourceId, type SourceState, type Story } from '../model/index.ts'
import { type Publication, publish, type SourceView } from '../publish/index.ts'
import type { Desk } from './desk.ts'
import { pingHubs } from './ping-hubs.ts'
import { policyOf } from './policy.ts'
import type { PassReport } from './report.ts'
import { rememberedWithdrawals, tombstones } from './tombstones.ts'
import { windowStories } from './window.ts'

const DAY_MS = 86_400_000

type Request = {
  readonly config: Config
  readonly output: string
  /** items whose withdrawal was taken back since the last time */
  readonly restored?: readonly Item[]
  /** the states of the sources, when they are in hand */
  readonly states?: ReadonlyMap<SourceId, SourceState>
  /** whoever asks knows of nothing new: what stands may go on standing when it was made from the same */
  readonly isQuiet?: boolean
}

/** Writes output/ from what is stored. The same store gives the same bytes, and files whose bytes stay are not touched. */
export async function publishStories(
  { config, output, restored = [], states, isQuiet = false }: Request,
  desk: Desk,
): Promise<NonNullable<PassReport['published']>> {
  const directory = resolve(output)
  const edition = { id: await editionOf(desk), mayStand: isQuiet }
  const publication = { ...(await publicationOf(config, desk, states)), restored, edition }
  await desk.proveLock?.()
  const { written, unchanged } = await publish(publication, directory)
  await pingHubs(written, config, desk)
  return { directory, stories: publication.stories.length, written, unchanged }
}

/** The program with its rules, and the state: nothing is kept, revised, placed or removed without one of these changing. */
async function editionOf({ store, rules }: Desk): Promise<string> {
  const [counts, [latest]] = await Promise.all([store.counts(), store.decisions({ limit: 1 })])
  return JSON.stringify([rules, counts, latest?.at])
}

async function publicationOf(
  config: Config,
  desk: Desk,
  known: ReadonlyMap<SourceId, SourceState> | undefined,
): Promise<Publication> {
  const since = new Date(desk.now.getTime() - config.window.days * DAY_MS)
  const { store } = desk
  const sources = new Map(config.sources.map((source) => [source.id, source]))
  const shown = (story: Story): Story => wellLed(allowed(story, sources))
  const [stories, states, months, withdrawn, remembered] = await Promise.all([
    windowStories(store, { limit: config.window.items, since, now: desk.now }),
    known ?? store.sourceStates(),
    store.months(),
    tombstones(store, since),
    rememberedWithdrawals(store, since),
  ])
  return {
    channel: present({
      title: config.title,
      description: config.description,
      language: config.language,
      homePage: config.homePage,
      publisher: config.publisher,
      hubs: config.hubs,
      topic: desk.topic.id,
      statusFeed: config.statusFeed,
      window: config.window,
    }),
    stories: stories.map(shown),
    sources: config.sources.map((source) => viewOf(source, states.get(source.id))),
    withdrawn,
    remembered,
    months,
    archive: async (month) => (await store.storiesSeenIn(month)).map(shown),
    now: desk.now,
  }
}

function viewOf(source: Source, state: SourceState | undefined): SourceView {
  return state === undefined ? { source } : { source, state }
}

/** What feeds.json says of a source now holds for all of its items; those of a source that has left it stay as they were kept. */
function allowed({ id, lead, copies }: Story, sources: ReadonlyMap<SourceId, Source>): Story {
  const today = (item: Item): Item => {
    const source = sources.get(item.carrier.sourceId)
    return source === undefined ? item : { ...item, ...policyOf(source, item) }
  }
  return { id, lead: today(lead), copies: copies.map(today) }
}

/** The agency's own copy or the original leads a story, whichever of them was seen first. */
function wellLed(story: Story): Story {
  const items = [story.lead, ...story.copies]
  const lead = items.reduce((best, item) => (shouldLead(item, best) ? item : best))
  return { ...story, lead, copies: items.filter((item) => item !== lead) }
}
