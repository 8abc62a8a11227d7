import robotsParser from 'robots-parser'
import type { SiteTerms } from '../model/index.ts'
import { robotsTerms } from './robots-terms.ts'

/** What a robots.txt asks of us. */
export type RobotsRules = {
  readonly isAllowed: (url: string) => boolean
  /** the pause that it wishes between two requests, at most ten seconds; 0 when it wishes none */
  readonly crawlDelayMs: number
  /** what it says of how a page may be used; undefined where it says nothing */
  readonly termsOf: (url: string) => SiteTerms | undefined
}

const TOKEN = 'kaynak'
const MAX_DELAY_MS = 10_000
/** An address has at most 2,048 characters: a longer pattern matches none. */
const MAX_PATTERN = 2_100
const MAX_RULES = 5_000
/** A pattern with a wildcard is tried at each place of an address, hence the budget over all of them. */
const MAX_WILD_CHARACTERS = 50_000

type Robots = {
  readonly isAllowed: (url: string, agent: string) => boolean | undefined
  readonly getCrawlDelay: (agent: string) => unknown
}

/**
 * Reads a robots.txt (RFC 9309) for our product token `kaynak`, or for `*` where no group names it.
 * @param address of the robots.txt; rules hold for its origin
 * @param text at most 500 KB of it
 */
export function robotsRules(address: string, text: string): RobotsRules {
  const robots = parsed(address, ourGroups(text))
  const delay = Number(robots.getCrawlDelay(TOKEN) ?? 0)
  return {
    isAllowed: (url) => new URL(url).pathname === '/robots.txt' || robots.isAllowed(url, TOKEN) !== false,
    crawlDelayMs: delay > 0 ? Math.min(delay * 1_000, MAX_DELAY_MS) : 0,
    termsOf: robotsTerms(text),
  }
}

/**
 * The groups for us and for everyone, rewritten plainly. robots-parser 3.0.1 keeps each rule once for each agent of its group and runs
 * every pattern over the whole address, so that a hostile file of 500 KB would cost gigabytes and minutes; here both are bounded.
 */
function ourGroups(text: string): string {
  const lines: string[] = []
  let agents = new Set<string>()
  let isNaming = false
  let wild = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^\s*([A-Za-z-]{1,20})\s*:([^#]*)/.exec(line) ?? []
    const field = key.toLowerCase()
    if (field === 'user-agent') {
      agents = isNaming ? agents : new Set()
      const agent = agentOf(value)
      if (agent !== undefined && !agents.has(agent)) agents.add(agent)
    } else if (/^(?:allow|disallow|crawl-delay)$/.test(field) && agents.size > 0 && lines.length < MAX_RULES) {
      const pattern = value.trim().replace(/\*+/g, '*')
      wild += pattern.includes('*') ? pattern.length : 0
      if (pattern.length <= MAX_PATTERN && wild <= MAX_WILD_CHARACTERS)
        lines.push(...[...agents].map((agent) => `user-agent: ${agent}\n${field}: ${pattern}`))
    }
    if (field !== '') isNaming = field === 'user-agent'
  }
  return lines.join('\n')
}

function agentOf(value: string): string | undefined {
  const name = value.trim().toLowerCase().split('/', 1)[0]?.trim()
  return name === TOKEN || name === '*' ? name : undefined
}

/** robots-parser 3.0.1 is CommonJS whose types speak of a default export that it has only under a bundler. */
function parsed(address: string, text: string): Robots {
  const parse: unknown = robotsParser
  if (!isParser(parse)) throw new TypeError('robots-parser no longer exports a function')
  return parse(address, text)
}

function isParser(value: unknown): value is (address: string, text: string) => Robots {
  return typeof value === 'function'
}
