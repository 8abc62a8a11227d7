import { httpUrl, siteOf } from '../text/index.ts'
import type { Block } from './block.ts'

/**
 * Tells whether a block's first link stays on the page's own site. Links to other articles of an outlet are furniture;
 * a link that leaves the site was put there by the author.
 * @param base the page's address, or what its relative links are relative to
 */
export function leadsInside(base: string): (block: Block) => boolean {
  const site = siteOf(base)
  return (block) => {
    const href = block.runs.find((run) => run.href !== undefined)?.href
    if (href === undefined) return false
    const url = httpUrl(href, base)
    return url === undefined || site === undefined || siteOf(url) === site
  }
}
