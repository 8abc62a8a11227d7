import { discoverFeeds } from './discover-feeds.ts'
import { plainLine } from './plain-line.ts'
import type { About, Unreadable } from './reading.ts'

/** Says what a document is that is none of our formats: a page, a log-in wall, SOAP, an outline, other XML, plain text. */
export function insteadOfFeed(text: string, what: 'html' | 'soap' | 'opml' | 'xml' | 'nothing', about: About): Unreadable {
  switch (what) {
    case 'html':
      return page(text, about)
    case 'soap':
      return {
        kind: 'unreadable',
        code: 'soap',
        message: `a SOAP message${quoted(/<(?:\w{1,20}:)?(?:faultstring|Text)\b[^>]{0,100}>([^<]{1,300})/i.exec(text)?.[1])}`,
      }
    case 'opml':
      return { kind: 'unreadable', code: 'opml', message: 'an outline (OPML): a list of feeds, to be imported, not read' }
    case 'xml':
      return looksLikePage(text)
        ? page(text, about)
        : { kind: 'unreadable', code: 'xml', message: `XML, but no feed${quoted(/<([A-Za-z][\w:.-]{0,60})/.exec(text)?.[1])}` }
    case 'nothing':
      return { kind: 'unreadable', code: 'text', message: `plain text${quoted(text.trim().slice(0, 80))}` }
  }
}

/** Whether a document begins as a web page does. */
function looksLikePage(text: string): boolean {
  return /^[\s\ufeff]{0,200}(?:<!--[^>]{0,2000}-->\s{0,100})?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 3_000))
}

function page(text: string, about: About): Unreadable {
  const feeds = discoverFeeds(text, about.url ?? 'http://unknown.invalid/').filter(
    ({ how, url }) => how !== 'guess' && !url.startsWith('http://unknown.invalid/'),
  )
  const hint = feeds.length === 0 ? {} : { hint: { feeds } }
  const title = quoted(/<title[^>]{0,200}>([^<]{1,300})/i.exec(text.slice(0, 200_000))?.[1])
  if (/<input\b[^>]{0,500}\btype\s{0,5}=\s{0,5}["']?password/i.test(text.slice(0, 2_000_000))) {
    return { kind: 'unreadable', code: 'login', message: `a page that asks for a password${title}`, ...hint }
  }
  return { kind: 'unreadable', code: 'html', message: `a web page${title}`, ...hint }
}

function quoted(words: string | undefined): string {
  const line = plainLine(words)
  return line === undefined ? '' : `: "${line.slice(0, 100)}"`
}
