import type { Source } from '../../src/model/index.ts'
import { anAddress, aSourceId } from './make-item.ts'

type Parts = Partial<Omit<Source, 'id' | 'url'>> & { readonly id?: string; readonly url?: string }

/** A source with every default of feeds.json; say only what matters to the test. */
export function makeSource({ id, url, ...rest }: Parts = {}): Source {
  return {
    id: aSourceId(id ?? 'morning-post'),
    name: 'Morning Post',
    url: anAddress(url ?? 'https://www.morning-post.example/world.xml'),
    kind: 'feed',
    republish: 'excerpt',
    excerptWords: 60,
    article: 'when-needed',
    everyMs: 3_600_000,
    relevance: 'topic',
    enabled: true,
    ...rest,
  }
}
