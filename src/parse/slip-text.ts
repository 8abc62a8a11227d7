import { hash } from 'node:crypto'
import { decodeHTML } from 'entities'

/** What a slip is compared and screened by. */
export type SlipText = { readonly fingerprint: string; readonly text: string }

/**
 * A short hash of what a reader would see of an entry, and what the topic's screen looks through: every piece as it stands, markup and
 * character references inside; names, which writers escape once more than texts, decoded once.
 * @param bodies the entry's texts as HTML
 * @param naming what else may name the topic: categories, addresses
 */
export function slipText(title: string | undefined, bodies: readonly string[], naming: readonly string[]): SlipText {
  const seen = `${title ?? ''}\n${bodies.length === 1 ? bodies[0] : bodies.join('\n')}`
  const named = naming.join('\n')
  return { fingerprint: hash('sha1', seen, 'base64url'), text: `${seen}\n${named.includes('&') ? decodeHTML(named) : named}` }
}
