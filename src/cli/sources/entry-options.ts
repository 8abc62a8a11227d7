import type { NewEntry } from '../../config/index.ts'
import { KaynakError, present } from '../../model/index.ts'

/** What the options of `sources add` say of the entry to be. */
export type EntryOptions = {
  readonly id?: string
  readonly name?: string
  readonly homePage?: string
  readonly language?: string
  readonly country?: string
  readonly ownership?: string
  readonly kind?: string
  readonly select?: readonly string[]
  readonly republish?: string
  readonly excerptWords?: string
  readonly article?: string
  readonly every?: string
  readonly relevance?: string
}

/** What is found out where the options do not say it. */
export type FoundOut = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly homePage?: string
  readonly language?: string
}

/** The entry as it is to stand in feeds.json, its keys in the order of the documentation; defaults are left out. */
export function entryOf(options: EntryOptions, found: FoundOut): NewEntry {
  const { kind, excerptWords } = options
  return present({
    id: options.id ?? found.id,
    name: options.name ?? found.name,
    url: found.url,
    homePage: options.homePage ?? found.homePage,
    language: options.language ?? found.language,
    country: options.country,
    ownership: options.ownership,
    kind: kind === 'feed' ? undefined : kind,
    select: selectorsOf(options.select),
    republish: options.republish,
    excerptWords: excerptWords !== undefined && /^\d+$/.test(excerptWords) ? Number(excerptWords) : excerptWords,
    article: options.article,
    every: options.every,
    relevance: options.relevance,
  })
}

function selectorsOf(pairs: readonly string[] | undefined): Readonly<Record<string, string>> | undefined {
  if (pairs === undefined) return undefined
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new KaynakError('USAGE', `--select: expected item=CSS, link=CSS and so on, got ${JSON.stringify(pair)}`)
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
