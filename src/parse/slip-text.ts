import { createHash } from 'node:crypto'
import { decodeHTML } from 'entities'
import { plainText } from '../text/index.ts'

/** A tag in the middle of a word: what is one word to a reader is none to a search. */
const SPLIT_WORD =
  /[\p{L}\p{M}](?:<(?:!--[^<>]{0,300}--|\/?(?:a|abbr|acronym|b|bdi|bdo|big|code|del|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:[\s/][^<>]{0,300})?)>){1,5}\p{L}/iu

/**
 * What the topic's screen looks through: every piece, references decoded, markup left where it stands. Where markup splits a word, the
 * plain text follows as well, so that the screen sees whatever a reader sees.
 */
export function screenText(pieces: readonly (string | undefined)[]): string {
  const raw = pieces.filter((piece) => piece !== undefined && piece !== '').join('\n')
  const text = raw.includes('&') ? decodeHTML(raw) : raw
  return raw.includes('<') && SPLIT_WORD.test(raw) ? `${text}\n${plainText(raw)}` : text
}

/** A short hash of what a reader would see of an entry. */
export function fingerprintOf(title: string | undefined, bodies: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(`${title ?? ''}\n${bodies.join('\n')}`)
    .digest('base64url')
    .slice(0, 22)
}
