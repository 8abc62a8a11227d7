import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { Channel, SourceView } from '../publication.ts'

/**
 * OPML 2.0: the feeds among the sources, for any reader and for `kaynak sources import`, in the order of the file. Listing pages and
 * sitemaps are no feeds, and switched-off sources are not watched: neither is in it. It has no date: only its content would tell.
 */
export function opml(channel: Channel, sources: readonly SourceView[]): string {
  const outlines = sources.filter(({ source }) => source.enabled && source.kind === 'feed').map(outline)
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>${escapeText(channel.title)}</title>
${channel.publisher === undefined ? '' : `    <ownerName>${escapeText(channel.publisher.name)}</ownerName>\n`}  </head>
  <body>
${outlines.join('\n')}
  </body>
</opml>
`
}

function outline({ source, state }: SourceView): string {
  const version = state?.feedFormat === undefined ? undefined : versionOf(state.feedFormat)
  const attributes: readonly (readonly [string, string | undefined])[] = [
    ['type', 'rss'],
    ['text', source.name],
    ['title', source.name],
    ['xmlUrl', source.url],
    ['htmlUrl', source.homePage],
    ['language', source.language],
    ['version', version],
  ]
  const written = attributes.map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
  return `    <outline${written.join('')}/>`
}

/** OPML 2.0 knows RSS1, RSS (0.9x and 2.0) and scriptingNews; a format it does not know is not stated. */
function versionOf(format: string): string | undefined {
  if (format === 'rss1.0') return 'RSS1'
  return format.startsWith('rss') ? 'RSS' : undefined
}
