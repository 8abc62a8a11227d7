/** The headline of a case's item, about the shipped topic beyond doubt. */
export function headline(name: string): string {
  return `Aid convoy reaches Aleppo in northern Syria, case ${name}`
}

/** One `<item>`; each part replaces the usual one, an empty one leaves it out. All parts are raw XML. */
export function item(name: string, parts: Readonly<Record<string, string>> = {}): string {
  const all: Readonly<Record<string, string>> = {
    title: `<title>${headline(name)}</title>`,
    link: `<link>https://outlet.example/${name}</link>`,
    guid: `<guid isPermaLink="false">${name}-1</guid>`,
    date: '<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate>',
    description:
      '<description>Lorries with flour and medicine arrived in Aleppo on Monday, the Syrian Red Crescent said.</description>',
    ...parts,
  }
  return `<item>${Object.values(all).join('')}</item>`
}

/** An RSS 2.0 document around items; `prolog` replaces the XML declaration. */
export function rss(items: string, { prolog = '<?xml version="1.0" encoding="utf-8"?>', channel = '' } = {}): string {
  return `${prolog}<rss version="2.0"><channel><title>Outlet</title><link>https://outlet.example/</link><description>News</description>${channel}${items}</channel></rss>`
}

/** A feed with the usual item of a case. */
export function feed(name: string): string {
  return rss(item(name))
}

/** A page that is no feed, with these words in it. */
export function page(words: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${words}</title>${head}</head><body><p>${words}</p></body></html>`
}

/** A JSON Feed 1.1 with one item; fields of either may be replaced. */
export function jsonFeed(name: string, itemFields: object = {}, feedFields: object = {}): string {
  const entry = {
    id: `${name}-1`,
    url: `https://outlet.example/${name}`,
    title: headline(name),
    content_text: 'Lorries with flour and medicine arrived in Aleppo on Monday, the Syrian Red Crescent said.',
    date_published: '2026-11-23T08:00:00Z',
    ...itemFields,
  }
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Outlet', items: [entry], ...feedFields })
}
