import { openPublication } from './open-publication.ts'
import { type ToldEntry, toldEntries } from './told-entries.ts'

/** A month of the archive, `YYYY-MM`, with the stories that were first seen in it. */
export type ArchivedMonth = { readonly month: string; readonly entries: Iterable<ToldEntry> }

/** The archive in an output directory, the latest month first, one at a time; what cannot be read is passed over. */
export async function* readArchives(directory: string): AsyncIterable<ArchivedMonth> {
  const publication = openPublication(directory)
  for (const name of (await publication.names('archive', '.xml')).toReversed()) {
    const month = /^(\d{4}-\d{2})\.xml$/.exec(name)?.[1]
    const text = month === undefined ? undefined : await publication.text(`archive/${name}`)
    if (month !== undefined && text !== undefined) yield { month, entries: toldEntries(text) }
  }
}
