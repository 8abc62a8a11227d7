import { type FarmLanguage, languageOfFeed, numbers, type Random, sentences } from './farm-text.ts'

/** A feed of the farm: the moments of its items, the oldest first. Item N is always the same text, whenever it is written. */
export type FarmFeed = {
  readonly number: number
  readonly url: string
  readonly home: string
  readonly moments: readonly number[]
}

const MINUTE_MS = 60_000

/** A feed as it stands at the beginning: 30 to 50 items, the newest dated `baseMs`. Each feed lives on an address of its own. */
export function farmFeed(number: number, { port, baseMs }: { readonly port: number; readonly baseMs: number }): FarmFeed {
  const host = `127.${1 + (number >> 14)}.${(number >> 7) & 127}.${1 + (number & 127)}`
  const home = `http://${host}:${port}`
  const count = 30 + numbers(number)(21)
  const moments = Array.from({ length: count }, (_, at) => baseMs - (count - 1 - at) * 37 * MINUTE_MS)
  return { number, url: `${home}/f/${number}.xml`, home, moments }
}

/** Whether an item names the topic: three of a hundred do, in the headline and in the first sentence. */
export function isOnTopic(feed: number, item: number): boolean {
  return numbers(feed * 1_009 + item * 7 + 5)(100) < 3
}

/** The document, the newest item first: RSS 2.0, every seventh feed Atom. */
export function farmDocument(feed: FarmFeed): string {
  const language = languageOfFeed(feed.number)
  const isAtom = feed.number % 7 === 3
  const items = feed.moments.map((moment, at) => (isAtom ? atomEntry : rssItem)(itemOf(feed, at, language), moment)).reverse()
  const title = `Gazette ${feed.number}`
  return isAtom
    ? `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language.code}"><title>${title}</title><id>${feed.url}</id><link href="${feed.home}/"/><updated>${iso(feed.moments.at(-1) ?? 0)}</updated>\n${items.join('')}</feed>\n`
    : `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title><link>${feed.home}/</link><description>${title}</description><language>${language.code}</language>\n${items.join('')}</channel></rss>\n`
}

type FarmItem = {
  readonly title: string
  readonly link: string
  readonly author: string
  readonly summary: string
  readonly body: string
}

function itemOf(feed: FarmFeed, at: number, language: FarmLanguage): FarmItem {
  const random = numbers(feed.number * 65_537 + at)
  const topic = isOnTopic(feed.number, at) ? `${language.topic[random(language.topic.length)]} ` : ''
  return {
    title: `${topic}${sentences(language, random, 6 + random(5)).slice(0, -1)}`,
    link: `${feed.home}/a/${feed.number}/${at}/story`,
    author: `${sentences(language, random, 2).slice(0, -1)}`,
    summary: `${topic}${sentences(language, random, 40 + random(30))}`,
    body: at % 5 === 0 ? paragraphs(language, random) : '',
  }
}

function paragraphs(language: FarmLanguage, random: Random): string {
  const count = 4 + random(5)
  return Array.from(
    { length: count },
    () => `<p>${sentences(language, random, 70)} <a href="/more/${random(9_999)}">${sentences(language, random, 3)}</a></p>`,
  ).join('\n')
}

function rssItem({ title, link, author, summary, body }: FarmItem, moment: number): string {
  const content = body === '' ? '' : `<content:encoded><![CDATA[${body}]]></content:encoded>`
  return `<item><title>${title}</title><link>${link}</link><guid isPermaLink="true">${link}</guid><pubDate>${new Date(moment).toUTCString()}</pubDate><dc:creator>${author}</dc:creator><description><![CDATA[<p>${summary}</p>]]></description>${content}</item>\n`
}

function atomEntry({ title, link, author, summary, body }: FarmItem, moment: number): string {
  const content = body === '' ? '' : `<content type="html">${escaped(body)}</content>`
  return `<entry><title>${title}</title><link href="${link}"/><id>${link}</id><published>${iso(moment)}</published><updated>${iso(moment)}</updated><author><name>${author}</name></author><summary>${summary}</summary>${content}</entry>\n`
}

function escaped(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function iso(moment: number): string {
  return new Date(moment).toISOString()
}
