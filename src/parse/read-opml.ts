import type { HttpUrl } from '../model/index.ts'
import { decodeReferences } from './decode-references.ts'
import { urlFrom } from './entry-url.ts'
import { plainLine } from './plain-line.ts'
import { type RawAttribute, walkXml } from './xml-events.ts'

/** A feed that an outline names. */
export type FeedOutline = {
  readonly url: HttpUrl
  /** plain text */
  readonly name?: string
  readonly homePage?: HttpUrl
  /** as stated */
  readonly language?: string
}

/** The feeds of a list, in its order, each address once; and what could not be taken, a line each. */
export type OpmlReading =
  | { readonly kind: 'outlines'; readonly feeds: readonly FeedOutline[]; readonly warnings: readonly string[] }
  | { readonly kind: 'unreadable'; readonly message: string }

const MOST = 10_000

/**
 * Reads an outline of feeds (OPML 1.0 to 2.0) as feed readers write it: nested to any depth, attribute names in any case, `text` or
 * `title`, `url` beside a feed's type, `feed:` addresses, damaged XML. Linear; at most 10,000 feeds; never throws for what the text holds.
 */
export function readOpml(text: string): OpmlReading {
  const feeds = new Map<string, FeedOutline>()
  const warnings: string[] = []
  let outlines = 0
  let isOpml = false
  walkXml(text, {
    open(rawName, attributes) {
      const name = rawName.replace(/^.*:/, '').toLowerCase()
      if (name === 'opml') isOpml = true
      if (name !== 'outline') return
      outlines += 1
      const found = feedOf(attributes)
      if (typeof found === 'string') warnings.push(found)
      else if (found !== undefined && !feeds.has(found.url)) feeds.set(found.url, found)
    },
    close: ignored,
    text: ignored,
    openName: () => 'outline',
    mended: ignored,
    isFull: () => feeds.size >= MOST,
  })
  if (outlines === 0)
    return { kind: 'unreadable', message: isOpml ? 'an outline (OPML) that lists nothing' : 'no outline (OPML)' }
  return { kind: 'outlines', feeds: [...feeds.values()], warnings: warnings.slice(0, MOST) }
}

/** The feed of one outline; a folder or a remark is none; a feed without a usable address is a warning. */
function feedOf(attributes: readonly RawAttribute[]): FeedOutline | string | undefined {
  const stated = new Map(
    attributes.map(([name, value]) => [name.replace(/^.*:/, '').toLowerCase(), decodeReferences(value, NO_ENTITIES)]),
  )
  const type = stated.get('type')?.trim().toLowerCase() ?? ''
  const name = plainLine(stated.get('text')) ?? plainLine(stated.get('title'))
  const shown = name === undefined ? 'an outline' : JSON.stringify(name.slice(0, 100))
  if (type === 'include') return `${shown}: another list is to be read here, which is not done`
  const address = stated.get('xmlurl') ?? (FEED_TYPE.test(type) ? stated.get('url') : undefined)
  if (address === undefined) return FEED_TYPE.test(type) ? `${shown}: a feed without an address` : undefined
  const url = urlFrom(withoutFeedScheme(address.trim()), undefined)
  if (url === undefined) return `${shown}: expected an http(s) address, got ${JSON.stringify(address.slice(0, 100))}`
  const homePage = urlFrom(stated.get('htmlurl'), undefined)
  const language = stated.get('language')?.trim()
  return {
    url,
    ...(name === undefined ? {} : { name }),
    ...(homePage === undefined ? {} : { homePage }),
    ...(language === undefined || language === '' ? {} : { language }),
  }
}

const NO_ENTITIES: ReadonlyMap<string, string> = new Map()
const FEED_TYPE = /^(?:rss|atom|feed|rdf|json)/

/** `feed:https://…` and `feed://…` are how some readers mark a feed's address. */
function withoutFeedScheme(address: string): string {
  return address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://')
}

function ignored(): undefined {
  return undefined
}
