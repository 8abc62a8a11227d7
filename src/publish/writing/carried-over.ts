/** How a kind of document holds its stories: what one looks like, the id in it, and what stands after the last one. */
export type StoryBlocks = { readonly block: RegExp; readonly id: RegExp; readonly end: string; readonly indent: string }

/** As `rssFeed` and `bulletinPage` write them: the ends of a block stand on lines of their own, where no text of a story can. */
export const RSS_ITEMS: StoryBlocks = {
  block: /<item>\n[\s\S]*?\n {8}<\/item>/g,
  id: /<guid isPermaLink="false">urn:uuid:([^<]*)<\/guid>/,
  end: '\n    </channel>',
  indent: '\n        ',
}
export const BULLETIN_ARTICLES: StoryBlocks = {
  block: /<article id="s-[\s\S]*?\n<\/article>/g,
  id: /^<article id="s-([^"]*)"/,
  end: '\n</main>',
  indent: '\n',
}

/**
 * An old document made anew, with those stories of the one before that the state knows no more, since it was pruned or lost: they go on
 * standing as they were written, after the others. `withdrawn`: ids of stories that may not. Undefined when no story is left.
 */
export function carriedOver(
  fresh: string,
  before: string,
  { blocks, withdrawn }: { readonly blocks: StoryBlocks; readonly withdrawn: ReadonlySet<string> },
): string | undefined {
  const idOf = (block: string): string => blocks.id.exec(block)?.[1] ?? ''
  const own = fresh.match(blocks.block) ?? []
  const known = new Set(own.map(idOf))
  const carried = (before.match(blocks.block) ?? []).filter((one) => !known.has(idOf(one)) && !withdrawn.has(idOf(one)))
  const end = fresh.lastIndexOf(blocks.end)
  if (own.length + carried.length === 0) return undefined
  if (carried.length === 0 || end < 0) return fresh
  return `${fresh.slice(0, end)}${carried.map((one) => `${blocks.indent}${one}`).join('')}${fresh.slice(end)}`
}
