import type { HttpUrl, Republish, Source } from '../model/index.ts'

/** feeds.json with every default filled in and every address read. */
export type Config = {
  readonly title: string
  readonly description?: string
  /** of the published feeds, BCP 47 */
  readonly language: string
  readonly homePage?: HttpUrl
  readonly publisher?: { readonly name: string; readonly url?: HttpUrl; readonly email?: string }
  /** the id of a shipped topic, or a path relative to the file */
  readonly topic: string
  /** cron expression of `kaynak watch` */
  readonly schedule: string
  readonly timeZone: string
  readonly window: { readonly items: number; readonly days: number }
  readonly republish: Republish
  readonly excerptWords: number
  readonly hubs: readonly HttpUrl[]
  /** whether `status.xml` is published */
  readonly statusFeed: boolean
  readonly fetch: FetchSettings
  readonly sources: readonly Source[]
}

export type FetchSettings = {
  /** one source, redirects and unpacking included */
  readonly timeoutMs: number
  /** after unpacking */
  readonly maxBytes: number
  readonly concurrency: number
  readonly perHost: number
  /** between two starts on one host */
  readonly gapMs: number
  readonly allowPrivate: readonly string[]
}

/** One thing wrong in feeds.json. */
export type ConfigProblem = {
  /** `feeds.json:12: sources.2.url: expected an http(s) address, got "htp://…"` */
  readonly text: string
  /** the source entry that is left out because of it; absent when the whole file is unusable */
  readonly source?: string
}

/** `config`: usable, with the wrong source entries left out and named. `unusable`: nothing can run on it. */
export type ConfigReading =
  | { readonly kind: 'config'; readonly config: Config; readonly problems: readonly ConfigProblem[] }
  | { readonly kind: 'unusable'; readonly problems: readonly ConfigProblem[] }

/** What other rooms know about values: each answers with what is wrong, or undefined. */
export type ConfigChecks = {
  readonly schedule: (expression: string) => string | undefined
  readonly selector: (css: string) => string | undefined
  readonly allowance: (entry: string) => string | undefined
}
