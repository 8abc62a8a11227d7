import { hash } from 'node:crypto'
import { decodeHTML } from 'entities'
import { plainText } from '../text/index.ts'

/**
 * A tag in the middle of what may be a word: what is one word to a reader is none to a search. Errs on the side of seeing one; without
 * the flags that would make it exact, since every text with markup is looked through.
 */
const SPLIT_WORD = /[^\s>.,;:!?)|/-]<(?:[aefimstuAEFIMSTU!/]|[bB](?![rR]))[^<>]{0,300}>(?:<[^<>]{1,300}>){0,4}[^\s<.,;:!?()|/&-]/

/** What a slip is compared and screened by. */
export type SlipText = { readonly fingerprint: string; readonly text: string }

/**
 * A short hash of what a reader would see of an entry, and what the topic's screen looks through: every piece, references decoded, markup
 * left where it stands. Where markup splits a word, the plain text follows as well, so that the screen sees whatever a reader sees.
 * @param bodies the entry's texts as HTML
 * @param naming what else may name the topic: categories, addresses
 */
export function slipText(title: string | undefined, bodies: readonly string[], naming: readonly string[]): SlipText {
  const seen = `${title ?? ''}\n${bodies.length === 1 ? bodies[0] : bodies.join('\n')}`
  const fingerprint = hash('sha1', seen, 'base64url')
  const raw = `${seen}\n${naming.join('\n')}`
  const text = raw.includes('&') ? decodeHTML(raw) : raw
  return { fingerprint, text: raw.includes('<') && SPLIT_WORD.test(raw) ? `${text}\n${plainText(raw)}` : text }
}
