import type { Config } from '../config/index.ts'
import { present } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import type { Desk } from './desk.ts'

/** The documents that hubs know us by. */
const FEEDS = ['feed.xml', 'atom.xml', 'feed.json']

/**
 * Tells the hubs of feeds.json which feeds have changed, after the files are in place (WebSub 7; the form is the one that public
 * hubs take). A hub that cannot be told is a warning in the log: its subscribers poll as before.
 */
export async function pingHubs(
  written: readonly string[],
  { hubs, homePage }: Pick<Config, 'hubs' | 'homePage'>,
  desk: Desk,
): Promise<void> {
  const changed = FEEDS.filter((feed) => written.includes(feed)).flatMap((feed) =>
    homePage === undefined ? [] : (httpUrl(feed, homePage) ?? []),
  )
  for (const hub of hubs) {
    for (const feed of changed) {
      const form = { 'hub.mode': 'publish', 'hub.url': feed }
      const answer = await desk.fetch(present({ url: hub, purpose: 'hub' as const, form, signal: desk.signal }))
      if (answer.kind === 'failed') {
        desk.log('warn', 'hub.failed', { hub, feed, why: answer.message })
        break // one that does not answer would hold up the pass once for each feed
      }
      desk.log('info', 'hub.pinged', { hub, feed })
    }
  }
}
