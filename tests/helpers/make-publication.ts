import type { Channel, Publication, SourceView } from '../../src/publish/index.ts'
import { anAddress, aSourceId } from './make-item.ts'

/** A channel with a home page; say only what matters. */
export function makeChannel(parts: Partial<Channel> = {}): Channel {
  return {
    title: 'Syria in the news',
    description: 'What the press of the world reports, with its credit.',
    language: 'en',
    homePage: anAddress('https://news.example.org/syria/'),
    hubs: [],
    topic: 'syria',
    ...parts,
  }
}

/** A publication at noon of 24 November 2026. */
export function makePublication(parts: Partial<Publication> = {}): Publication {
  return { channel: makeChannel(), stories: [], sources: [], now: new Date('2026-11-24T12:00:00Z'), ...parts }
}

/** A source, and what is remembered of it when `state` says so. */
export function makeSourceView(
  parts: Partial<Omit<SourceView['source'], 'id'>> & { readonly id?: string } = {},
  state?: Partial<NonNullable<SourceView['state']>>,
): SourceView {
  const { id = 'morning-post', ...rest } = parts
  const url = anAddress(`https://www.${id}.example/world.xml`)
  const source: SourceView['source'] = {
    id: aSourceId(id),
    name: 'Morning Post',
    url,
    language: 'en',
    kind: 'feed',
    republish: 'excerpt',
    excerptWords: 60,
    article: 'never',
    everyMs: 3_600_000,
    relevance: 'topic',
    enabled: true,
    ...rest,
  }
  if (state === undefined) return { source }
  return { source, state: { sourceId: source.id, url: source.url, failures: 0, warnings: [], ...state } }
}
