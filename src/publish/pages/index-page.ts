import type { PublishedEntry } from '../entry/published-entry.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { Channel } from '../publication.ts'

/** The page that people read: every story with its credit, newest first. */
export function indexPage(channel: Channel, entries: readonly PublishedEntry[]): string {
  const stories = entries.map(
    (entry) => `<article><h2><a href="${escapeAttribute(entry.url)}">${escapeText(entry.title)}</a></h2>${entry.html}</article>`,
  )
  return `<!doctype html>
<html lang="${escapeAttribute(channel.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeText(channel.title)}</title></head>
<body><main><h1>${escapeText(channel.title)}</h1>${stories.join('\n')}</main></body>
</html>
`
}
