import { createRequire } from 'node:module'
import type { Feed, FeedOptions } from 'feed'

/** The package is loaded by the first feed: a pass that finds nothing new makes none. */
const load = createRequire(import.meta.url)

/** An empty feed of the package `feed`, which writes the frame of every format. */
export function newFeed(options: FeedOptions): Feed {
  const { Feed }: typeof import('feed') = load('feed')
  return new Feed(options)
}
