export type FeedItem = {
  readonly title: string
  readonly link?: string
  readonly guid?: string
  readonly date?: string
  readonly text?: string
}

/** An item about the topic. */
export const LIBRARY: FeedItem = {
  title: 'Damascus opens a library',
  link: 'https://outlet.example/library',
  guid: '1',
  text: 'A public library opened in the Syrian capital on Friday.',
}

/** An RSS 2.0 document with these items. Titles and texts are escaped here. */
export function rssText(title: string, items: readonly FeedItem[]): string {
  const entries = items.map(
    (item) =>
      `<item><title>${escaped(item.title)}</title>${tag('link', item.link)}${tag('guid', item.guid)}${tag('pubDate', item.date)}${tag('description', item.text)}</item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${escaped(title)}</title><link>https://outlet.example/</link><description>d</description>${entries.join('')}</channel></rss>`
}

function tag(name: string, value: string | undefined): string {
  return value === undefined ? '' : `<${name}>${escaped(value)}</${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
