import type { Element } from 'domhandler'
import type { Block, Blocks, Span } from './block.ts'

const STANDFIRST = 0.08
const RICHER = 0.12
const LINKED = 0.1
const LINKED_MORE = 0.12
const MOSTLY_LINKS = 0.35

/** Where the article's blocks lie: the element that holds the mass of the page's prose, and its blocks. */
export type Container = { readonly element: Element; readonly span: Span }

/**
 * Finds the element whose text is the article. Each paragraph votes for its parents with its length and its commas, less its
 * links; the winner is then widened to parents that hold clearly more prose without turning into lists of links.
 * @param isKept which blocks may count at all
 */
export function findContainer(blocks: Blocks, isKept: (block: Block) => boolean): Container | undefined {
  const sums = prefixSums(blocks, isKept)
  const votes = collectVotes(blocks, isKept)
  let best: Element | undefined
  let most = 0
  for (const [element, score] of votes) {
    const { prose, links, chars } = sums.of(blocks.spans.get(element))
    const worth = prose === 0 ? 0 : score * (1 - links / chars) * nameFactor(element)
    if (worth > most) {
      most = worth
      best = element
    }
  }
  const element = best === undefined ? undefined : widen(best, blocks, sums)
  const span = element === undefined ? undefined : blocks.spans.get(element)
  return element === undefined || span === undefined ? undefined : { element, span: fromHeadline(blocks, sums, span) }
}

/** A block's vote goes to the three elements around it, the nearest most. */
function collectVotes(blocks: Blocks, isKept: (block: Block) => boolean): ReadonlyMap<Element, number> {
  const votes = new Map<Element, number>()
  for (const block of blocks.list) {
    if (!isKept(block) || block.text.length < 25) continue
    const density = block.linkChars / block.text.length
    if (density > 0.35) continue
    const vote = (1 + Math.min(commas(block.text), 10) + Math.min(block.text.length / 100, 3)) * (1 - density)
    let share = 1
    let at: Element | undefined = isHolder(block.element) ? block.element : parentOf(block.element)
    for (let steps = 0; at !== undefined && steps < 3; steps += 1) {
      votes.set(at, (votes.get(at) ?? 0) + vote * share)
      share = share === 1 ? 0.5 : share / 1.5
      at = parentOf(at)
    }
  }
  return votes
}

const HOLDERS: ReadonlySet<string> = new Set(['div', 'section', 'article', 'main', 'td', 'body', 'center'])

/** Text that stands straight in a div is that div's own. */
function isHolder(element: Element): boolean {
  return HOLDERS.has(element.name)
}

function commas(text: string): number {
  return text.match(/[,،、，;؛]/gu)?.length ?? 0
}

function nameFactor(element: Element): number {
  if (/article-?body/i.test(element.attribs['itemprop'] ?? '')) return 1.5
  const name = `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`.slice(0, 400)
  if (
    /(?:article|entry|post|story|news|page|single|blog|main)[-_]{0,2}(?:content|body|text|copy|detail)|articleBody|storyBody|prose\b/i.test(
      name,
    )
  )
    return 1.25
  return /comment|sidebar|related|footer|widget/i.test(name) ? 0.5 : 1
}

/** Prose between the headline and the container belongs to the article, when there is more of it than a standfirst. */
function fromHeadline(blocks: Blocks, sums: Sums, span: Span): Span {
  for (let at = span.from - 1; at >= 0; at -= 1) {
    if (blocks.list[at]?.tag !== 'h1') continue
    const [between, held] = [sums.of({ from: at + 1, to: span.from }), sums.of(span)]
    const isRich = between.prose > Math.max(held.prose * STANDFIRST, 400) && between.links < between.chars * MOSTLY_LINKS
    return isRich ? { from: at + 1, to: span.to } : span
  }
  return span
}

/** Text that a wider element adds is the article's when it is hardly linked: teasers of other articles are. */
function widen(start: Element, blocks: Blocks, sums: Sums): Element {
  let best = start
  let held = sums.of(blocks.spans.get(start))
  for (let at = parentOf(start); at !== undefined && at.name !== 'html'; at = parentOf(at)) {
    const sum = sums.of(blocks.spans.get(at))
    if (sum.links > sum.chars * MOSTLY_LINKS) continue
    const [prose, links, chars] = [sum.prose - held.prose, sum.links - held.links, sum.chars - held.chars]
    const allowed = LINKED + LINKED_MORE * Math.min(prose / held.prose, 1) // the other half of an article may hold more
    if (prose < held.prose * RICHER || links > chars * allowed) continue
    best = at
    held = sum
  }
  return best
}

function parentOf(element: Element): Element | undefined {
  const { parent } = element
  return parent !== null && parent.type === 'tag' ? parent : undefined
}

type Sum = { readonly prose: number; readonly links: number; readonly chars: number }
type Sums = { readonly of: (span: Span | undefined) => Sum }

/** What any span of blocks holds, in constant time. */
function prefixSums(blocks: Blocks, isKept: (block: Block) => boolean): Sums {
  const sums: Sum[] = [{ prose: 0, links: 0, chars: 0 }]
  let last = { prose: 0, links: 0, chars: 0 }
  for (const block of blocks.list) {
    if (isKept(block)) {
      last = { prose: last.prose + block.prose, links: last.links + block.linkChars, chars: last.chars + block.text.length }
    }
    sums.push(last)
  }
  const none = { prose: 0, links: 0, chars: 0 }
  return {
    of: (span) => {
      const [low, high] = span === undefined ? [none, none] : [sums[span.from] ?? none, sums[span.to] ?? none]
      return { prose: high.prose - low.prose, links: high.links - low.links, chars: high.chars - low.chars }
    },
  }
}
