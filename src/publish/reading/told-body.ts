import { type ReaderLanguage, sanitizeHtml } from '../../text/index.ts'
import { publishedEntries } from '../entry/published-entry.ts'
import type { ToldStory } from './told-story.ts'

/**
 * What stands in a published body between the lines that are ours: the article, where all of it was republished. Sanitised, for anybody may
 * have written it. Undefined where our lines are others today, or only the excerpt stands between them.
 */
export function toldBody(told: ToldStory, html: string, reader: ReaderLanguage): string | undefined {
  if (told.lead.republish !== 'full') return undefined
  const unnamed = { identities: [], fingerprint: '' }
  const [lead, copies] = [{ ...told.lead, ...unnamed }, told.copies.map((copy) => ({ ...copy, ...unnamed }))]
  const entry = publishedEntries([{ id: told.id, lead, copies }], reader)[0]
  if (entry === undefined || html === entry.html) return undefined
  const { first, text, also, licence, last } = entry.parts
  const start = entry.html.indexOf(first) + first.length
  const end = `${also}${licence}${last}</div>`
  if (html.slice(0, start) !== entry.html.slice(0, start) || !html.endsWith(end)) return undefined
  const body = html.slice(start, html.length - end.length)
  return body === text ? undefined : sanitizeHtml(body)
}
