import { isSourceId, present, type Source } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import type { ConfigChecks } from './config.ts'
import { durationMs } from './duration.ts'
import type { Problems } from './problems.ts'
import { DEFAULTS, SOURCE_KEYS, sourceSchema } from './schema.ts'
import { shown } from './words.ts'

type Context = {
  readonly defaults: { readonly republish: Source['republish']; readonly excerptWords: number } | undefined
  readonly checks: ConfigChecks
  readonly problems: Problems
}

/** Reads the entries of `sources` one by one: the right ones in their order; what is wrong with the others is in `problems`. */
export function readSources(entries: readonly unknown[], context: Context): readonly Source[] {
  const sources: Source[] = []
  const taken = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    const source = readSource(entry, index, context)
    if (source === undefined) continue
    const first = taken.get(source.id)
    if (first === undefined) sources.push(source)
    else
      context.problems.atPath(
        ['sources', index, 'id'],
        `expected an id of its own, but ${shown(source.id)} is already sources.${first}`,
        source.id,
      )
    if (first === undefined) taken.set(source.id, index)
  }
  return sources
}

function readSource(entry: unknown, index: number, { defaults, checks, problems }: Context): Source | undefined {
  const path = ['sources', index]
  const name = nameOf(entry, index)
  const result = sourceSchema.safeParse(entry)
  if (!result.success) {
    problems.issues(result.error.issues, entry, SOURCE_KEYS, { path, source: name })
    return undefined
  }
  const { data } = result
  const before = problems.count()
  if (data.kind === 'listing' && data.select === undefined)
    problems.atPath([...path, 'select'], 'is missing: a listing needs at least "item"', name)
  if (data.kind !== 'listing' && data.select !== undefined)
    problems.atPath([...path, 'select'], 'only a source of kind "listing" has selectors', name)
  for (const [key, css] of Object.entries(data.select ?? {})) {
    if (css === undefined) continue
    const problem = checks.selector(css)
    if (problem !== undefined) problems.atPath([...path, 'select', key], problem, name)
  }
  const url = httpUrl(data.url)
  const everyMs = durationMs(data.every)
  if (problems.count() > before || url === undefined || everyMs === undefined || !isSourceId(data.id)) return undefined
  return present({
    id: data.id,
    name: data.name,
    url,
    homePage: data.homePage === undefined ? undefined : httpUrl(data.homePage),
    language: data.language,
    country: data.country,
    ownership: data.ownership,
    kind: data.kind,
    select: data.select === undefined ? undefined : present(data.select),
    republish: data.republish ?? defaults?.republish ?? DEFAULTS.republish,
    excerptWords: data.excerptWords ?? defaults?.excerptWords ?? DEFAULTS.excerptWords,
    article: data.article,
    everyMs,
    relevance: data.relevance,
    enabled: data.enabled,
  })
}

/** What to call an entry in the report although it is wrong: its id if it has one, else its place. */
function nameOf(entry: unknown, index: number): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined
  return typeof id === 'string' && isSourceId(id) ? id : `sources.${index}`
}
