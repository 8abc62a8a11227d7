import type { SourceId, StateRow } from '../model/index.ts'
import { readArchives, type ToldEntry } from '../publish/index.ts'
import type { Carriers } from './carriers-of.ts'
import { hashOf } from './hashed-name.ts'
import { namesOf } from './recovered-item.ts'

type Request = { readonly output: string; readonly carriers: Carriers }

/**
 * The names of the stories that the archive holds, and a recovered state does not, a month at a time: what a source still lists of them
 * is not news. The addresses of the other outlets count for the sources at whose sites they lie.
 */
export async function* archivedNames(
  { output, carriers }: Request,
  known: ReadonlySet<string>,
): AsyncIterable<{ readonly stories: number; readonly rows: readonly StateRow[] }> {
  for await (const { entries } of readArchives(output)) {
    const names = new Map<SourceId, Set<string>>()
    let stories = 0
    for (const entry of entries) {
      if (known.has(entry.id)) continue
      stories += 1
      for (const [sourceId, name] of namedIn(entry, carriers)) setIn(names, sourceId).add(hashOf(name))
    }
    const rows = [...names].map(([sourceId, hashes]) => ({ kind: 'pruned' as const, sourceId, names: [...hashes] }))
    yield { stories, rows }
  }
}

function* namedIn(entry: ToldEntry, carriers: Carriers): Iterable<readonly [SourceId, string]> {
  const { carrier } = carriers.ofFeed(entry.feed)
  for (const name of namesOf({ ...entry, fingerprint: '' })) yield [carrier.sourceId, name]
  for (const url of entry.links)
    for (const { sourceId } of carriers.at(url)) {
      if (sourceId === carrier.sourceId) continue
      for (const name of namesOf({ url, title: '', fingerprint: '' })) yield [sourceId, name]
    }
}

function setIn(map: Map<SourceId, Set<string>>, key: SourceId): Set<string> {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = new Set<string>()
  map.set(key, made)
  return made
}
