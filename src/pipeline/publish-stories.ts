import { resolve } from 'node:path'
import { shouldLead } from '../cluster/index.ts'
import type { Config } from '../config/index.ts'
import { present, type Source, type SourceState, type Story } from '../model/index.ts'
import { type Publication, publish, type SourceView } from '../publish/index.ts'
import type { Desk } from './desk.ts'
import type { PassReport } from './report.ts'

const DAY_MS = 86_400_000

/** Writes output/ from what is stored. The same store gives the same bytes, and files whose bytes stay are not touched. */
export async function publishStories(
  { config, output }: { readonly config: Config; readonly output: string },
  desk: Desk,
): Promise<NonNullable<PassReport['published']>> {
  const directory = resolve(output)
  const publication = await publicationOf(config, desk)
  const { written, unchanged } = await publish(publication, directory)
  return { directory, stories: publication.stories.length, written, unchanged }
}

async function publicationOf(config: Config, desk: Desk): Promise<Publication> {
  const since = new Date(desk.now.getTime() - config.window.days * DAY_MS)
  const { store } = desk
  const [stories, states, months] = await Promise.all([
    store.stories({ limit: config.window.items, since }),
    store.sourceStates(),
    store.months(),
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
      window: config.window,
    }),
    stories: stories.map(wellLed),
    sources: config.sources.map((source) => viewOf(source, states.get(source.id))),
    months,
    archive: async (month) => (await store.storiesSeenIn(month)).map(wellLed),
    now: desk.now,
  }
}

function viewOf(source: Source, state: SourceState | undefined): SourceView {
  return state === undefined ? { source } : { source, state }
}

/** The agency's own copy or the original leads a story, whichever of them was seen first. */
function wellLed(story: Story): Story {
  const items = [story.lead, ...story.copies]
  const lead = items.reduce((best, item) => (shouldLead(item, best) ? item : best))
  return { ...story, lead, copies: items.filter((item) => item !== lead) }
}
