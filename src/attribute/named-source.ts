import type { HttpUrl } from '../model/index.ts'
import type { FeedFacts } from './feed-facts.ts'
import type { Origin } from './notes.ts'
import { nameOfSite } from './publisher-name.ts'

/** Whom a text was taken over from, and how that was known; `url` as stated. */
export type NamedSource = { readonly name: string; readonly url?: string; readonly origin: Origin }

/** Republished from whom: the feed's word, then the text's, then the page's canonical on another site. */
export function namedSource(of: {
  readonly feedSource: FeedFacts['source']
  readonly isPassedOn: boolean
  readonly text: string | undefined
  readonly elsewhere: HttpUrl | undefined
}): NamedSource | undefined {
  const source = of.feedSource
  const name = source?.name ?? (source?.url === undefined ? undefined : nameOfSite(source.url))
  if (name !== undefined) {
    const origin: Origin = { from: 'feed', rule: of.isPassedOn ? 'aggregator-source' : 'republished-source' }
    return source?.url === undefined ? { name, origin } : { name, url: source.url, origin }
  }
  if (of.text !== undefined) return { name: of.text, origin: { from: 'text', rule: 'named-source' } }
  if (of.elsewhere === undefined) return undefined
  const host = nameOfSite(of.elsewhere) ?? new URL(of.elsewhere).hostname
  return { name: host, url: of.elsewhere, origin: { from: 'page', rule: 'canonical-elsewhere' } }
}
