/** So many decisions of each source are kept, the newest: enough to explain, too few to grow with the years. */
export const KEPT_PER_SOURCE = 500

/** A title as it is searched: without case, marks and compatibility forms. Databases differ in what they call the same letter. */
export function searchable(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .toWellFormed()
}
