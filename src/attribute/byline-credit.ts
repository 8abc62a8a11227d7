import type { Notes } from './notes.ts'
import { type Byline, readByline } from './read-byline.ts'

/**
 * Reads author fields, the most trusted group first: the first group that names persons gives the authors, agencies are taken from all.
 * `outlets`: names that are no persons here.
 */
export function bylineCredit(groups: readonly (readonly string[])[], outlets: readonly string[], notes: Notes): Byline {
  const agencies: string[] = []
  let authors: readonly string[] = []
  for (const group of groups) {
    const found: string[] = []
    for (const field of group.slice(0, 20)) {
      const byline = readByline(field, outlets)
      for (const name of byline.agencies) {
        notes.note('agency', name, { from: 'page', rule: 'author-field' })
        if (!agencies.includes(name)) agencies.push(name)
      }
      for (const name of byline.authors) if (!found.includes(name)) found.push(name)
    }
    if (authors.length === 0 && found.length > 0) authors = found
  }
  for (const name of authors) notes.note('authors', name, { from: 'page', rule: 'author-field' })
  return { authors, agencies }
}
