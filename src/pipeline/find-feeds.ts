import { type FetchTrouble, type HttpUrl, present, type Source } from '../model/index.ts'
import type { FeedLink } from '../parse/index.ts'
import type { Desk } from './desk.ts'
import { type Trial, trialOf, trySource } from './try-source.ts'

/** A feed that was found and could be read. */
export type FoundFeed = { readonly url: HttpUrl; readonly title?: string; readonly trial: Extract<Trial, { kind: 'read' }> }

/** `feeds`: the best one first, the others that the same search found behind it; never empty. `none`: why, in one line. */
export type Finding =
  | { readonly kind: 'feeds'; readonly feeds: readonly FoundFeed[]; readonly isPage: boolean }
  | { readonly kind: 'none'; readonly why: string; readonly code: FetchTrouble | 'unreadable' }

/** So many of a kind are tried: a page may name a feed for each of its sections. */
const MOST = 6

/**
 * Finds the feeds of an address: the address itself, when a feed is read there; else those that its page names for machines, then
 * those that it links to, then usual places, until some can be read. Feeds of comments come last. Stores nothing.
 * @param like the source that a feed would become: its kind is how the address itself is read
 */
export async function findFeeds(like: Source, desk: Desk): Promise<Finding> {
  const answer = await desk.fetch({ url: like.url, purpose: like.kind === 'feed' ? 'discovery' : 'feed' })
  const itself = await trialOf(answer, like, desk)
  if (itself.kind === 'read') return { kind: 'feeds', feeds: [{ url: like.url, trial: itself }], isPage: false }
  const why = itself.message
  if (like.kind !== 'feed' || answer.kind !== 'ok')
    return { kind: 'none', code: itself.kind === 'failed' ? itself.code : 'unreadable', why }
  const { contentType } = answer.headers
  const { decode, discoverFeeds } = await import('../parse/index.ts')
  const { text } = decode(answer.bytes, present({ contentType, kind: 'html' as const }))
  const links = discoverFeeds(text, answer.url)
  for (const how of ['link', 'anchor'] as const) {
    const tried = await Promise.all(linksOf(links, how).map((link) => tryLink(link, like, desk)))
    const feeds = tried.filter((one) => one !== undefined)
    if (feeds.length > 0) return { kind: 'feeds', feeds, isPage: true }
  }
  for (const link of links.filter((one) => one.how === 'guess')) {
    const found = await tryLink(link, like, desk) // one after the other: most are not there
    if (found !== undefined) return { kind: 'feeds', feeds: [found], isPage: true }
  }
  const named = links.filter((link) => link.how !== 'guess').length
  return {
    kind: 'none',
    code: 'unreadable',
    why: `${why}; ${named === 0 ? 'it names no feed' : 'none of the feeds that it names can be read'}, and none is in the usual places`,
  }
}

function linksOf(links: readonly FeedLink[], how: FeedLink['how']): readonly FeedLink[] {
  const found = links.filter((link) => link.how === how)
  return [...found.filter((link) => !isOfComments(link)), ...found.filter(isOfComments)].slice(0, MOST)
}

function isOfComments({ url, title = '' }: FeedLink): boolean {
  return /comment|yorum|kommentar|comentario|commentaire|تعليق/i.test(`${url} ${title}`)
}

async function tryLink({ url, title }: FeedLink, like: Source, desk: Desk): Promise<FoundFeed | undefined> {
  const trial = await trySource({ ...like, url }, desk)
  return trial.kind === 'read' ? present({ url, title, trial }) : undefined
}
