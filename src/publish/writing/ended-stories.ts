import type { Publication } from '../publication.ts'

/** The ids, without `urn:uuid:`, of the stories that ended with a withdrawal: no document may carry them on. */
export function endedStories({ withdrawn = [] }: Pick<Publication, 'withdrawn'>): ReadonlySet<string> {
  return new Set(withdrawn.flatMap(({ id, goesOn }) => (goesOn === true ? [] : [id.slice(9)])))
}
