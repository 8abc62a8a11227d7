import { gzipSync } from 'node:zlib'
import { send } from './answers.ts'
import type { HostileCase } from './case.ts'
import { encodings } from './encodings.ts'
import { feed, headline, jsonFeed } from './feeds.ts'
import { forbiddenPlaces } from './forbidden-places.ts'
import { huge } from './huge.ts'
import { identity } from './identity.ts'
import { insteadOfAFeed } from './instead-of-a-feed.ts'
import { items } from './items.ts'
import { letters } from './letters.ts'
import { manners } from './manners.ts'
import { markup } from './markup.ts'
import { redirects } from './redirects.ts'
import { slow } from './slow.ts'
import { time } from './time.ts'
import { wire } from './wire.ts'
import { xmlAndJson } from './xml-and-json.ts'

const good: readonly HostileCase[] = [
  ['good-rss', send(feed('good-rss'))] as const,
  ['good-json', send(jsonFeed('good-json'), ['Content-Type: application/feed+json'])] as const,
  ['good-gzip', send(gzipSync(feed('good-gzip')), ['Content-Type: text/xml', 'Content-Encoding: gzip'])] as const,
].map(
  ([name, respond]) => ({ name, class: 'good', respond, fetched: ['ok'], publishes: 'yes', titles: [headline(name)] }) as const,
)

/** Every named case, good ones among them: nothing that the others do may touch those. */
export const allCases: readonly HostileCase[] = [
  ...good,
  ...slow,
  ...huge,
  ...wire,
  ...insteadOfAFeed,
  ...redirects,
  ...forbiddenPlaces,
  ...encodings,
  ...xmlAndJson,
  ...items,
  ...markup,
  ...letters,
  ...identity,
  ...time,
  ...manners,
]
