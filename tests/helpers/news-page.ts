/** Parts of a page of a fictional outlet; only what matters to a test is given. */
export type NewsPage = {
  readonly head?: string
  readonly headline?: string
  /** between the headline and the text */
  readonly header?: string
  readonly body?: string
  /** after the article, inside the page */
  readonly after?: string
  readonly lang?: string
}

/** Four paragraphs of a report that never happened. */
export const REPORT = [
  'The river council of Harim met on Tuesday to decide how the water of the new reservoir will be shared, its speaker said.',
  'Farmers from eleven villages had asked for a longer season, and the council agreed to open the gates two weeks early this year.',
  'Engineers warned that the northern channel, built forty years ago, still loses a third of what it carries before it reaches the fields.',
  'A second meeting is planned for the autumn, when the first results of the repairs are expected to be known to everyone.',
]

/** Text blocks as paragraphs. */
export function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${line}</p>`).join('\n')
}

/** A whole page: menu, article, footer. */
export function newsPage(page: NewsPage = {}): string {
  return `<!doctype html><html lang="${page.lang ?? 'en'}"><head><title>${page.headline ?? 'Council opens the gates early'} | Example Times</title>
<meta property="og:site_name" content="Example Times">${page.head ?? ''}</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/water">Water</a></li></ul></nav></header>
<main><article><h1>${page.headline ?? 'Council opens the gates early'}</h1>${page.header ?? ''}
<div class="story">${page.body ?? paragraphs(REPORT)}</div></article>${page.after ?? ''}</main>
<footer><p>Copyright Example Times, all rights reserved, and a line about the company that is long enough to be read as prose.</p></footer>
</body></html>`
}
