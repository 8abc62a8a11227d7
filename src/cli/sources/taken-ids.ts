import type { LoadedConfig } from '../load-config.ts'

/** Every id that stands in feeds.json, those of wrong entries included: a new source may have none of them. */
export function takenIds({ config, problems }: LoadedConfig): Set<string> {
  return new Set([...config.sources.map(({ id }) => String(id)), ...problems.flatMap(({ source }) => source ?? [])])
}
