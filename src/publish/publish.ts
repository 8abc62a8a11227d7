import type { Publication } from './publication.ts'
import { holdsEdition, noteEdition } from './writing/edition-mark.ts'
import { existingFiles } from './writing/existing.ts'
import { outputTrouble } from './writing/output-trouble.ts'
import { type Written, writeOutput } from './writing/write-output.ts'

/**
 * Publishes everything into the directory: atomically, feeds last, and without touching what would hold the same bytes. Files that
 * earlier passes published and this one does not are removed; nothing else in the directory is.
 * @throws KaynakError OUTPUT_WRITE, one line saying what to do; what was published before stays whole
 */
export async function publish(publication: Publication, directory: string): Promise<Written> {
  const standing = await holdsEdition(directory, publication)
  if (standing !== undefined) return { written: [], unchanged: standing, removed: [] }
  const { outputOf } = await import('./output-of.ts') // a pass that finds nothing new needs none of the templates
  const existing = await existingFiles(directory, publication)
  const { files, kept } = await outputOf(publication, existing)
  const written = await writeOutput(directory, files, kept)
  await noteEdition(directory, publication).catch((problem: unknown) => Promise.reject(outputTrouble(directory, problem)))
  return written
}
