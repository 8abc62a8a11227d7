import { z } from 'zod'
import { isSourceId } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { durationMs } from './duration.ts'

const HTTP = 'expected an http(s) address'

const address = z
  .string()
  .refine((value) => httpUrl(value) !== undefined, HTTP)
  .meta({ format: 'uri' })
const words = z.string().trim().min(1, 'expected some text')
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as "en", "ar" or "ku-Arab"')
const republish = z.enum(['link', 'excerpt', 'full']).meta({ description: 'How much of an item is republished' })
const excerptWords = z.int().min(1).max(400).meta({ description: 'Length of an excerpt, in words' })

/** Default values live here and nowhere else. */
export const DEFAULTS = {
  language: 'en',
  topic: 'syria',
  schedule: '*/30 * * * *',
  timeZone: 'UTC',
  window: { items: 200, days: 30 },
  republish: 'excerpt',
  excerptWords: 60,
  statusFeed: false,
  fetch: { timeoutMs: 20_000, maxBytes: 10_000_000, concurrency: 64, perHost: 2, gapMs: 1_000, allowPrivate: [] },
  every: '1h',
} as const

/** One entry of `sources`. Top-level `republish` and `excerptWords` stand in for absent ones. */
export const sourceSchema = z.strictObject({
  id: z.string().refine(isSourceId, 'expected 1 to 64 of a-z, 0-9 and "-", starting with a letter or digit').meta({
    description: 'Names the source in files and reports; never change it',
    pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
  }),
  name: words.meta({ description: 'The outlet, as readers shall see it' }),
  url: address.meta({ description: 'Address of the feed, listing page or news sitemap' }),
  homePage: address.optional(),
  language: languageTag.optional(),
  country: z
    .string()
    .regex(/^([A-Z]{2}|INT)$/, 'expected a two-letter country code such as "SY", or "INT"')
    .optional(),
  ownership: z.enum(['state', 'public', 'independent', 'party', 'un', 'ngo', 'think-tank']).optional(),
  kind: z.enum(['feed', 'listing', 'sitemap']).default('feed'),
  select: z
    .strictObject({
      item: words,
      link: words.optional(),
      title: words.optional(),
      date: words.optional(),
      summary: words.optional(),
    })
    .optional()
    .meta({ description: 'CSS selectors of a listing page' }),
  republish: republish.optional(),
  excerptWords: excerptWords.optional(),
  article: z
    .enum(['always', 'when-needed', 'never'])
    .default('when-needed')
    .meta({ description: "When the article's own page is read" }),
  every: z
    .string()
    .refine((value) => durationMs(value) !== undefined, 'expected a duration such as "30m", "1h" or "2d"')
    .default(DEFAULTS.every)
    .meta({ description: 'Shortest time between two readings' }),
  relevance: z.enum(['topic', 'all']).default('topic').meta({ description: '"all": everything there is on topic' }),
  enabled: z.boolean().default(true),
})

/** The file without its sources, which are read one by one. */
export const fileSchema = z.strictObject({
  $schema: z.string().optional(),
  title: words,
  description: words.optional(),
  language: languageTag.default(DEFAULTS.language),
  homePage: address.optional().meta({ description: 'Where output/ will be reachable; self links come from it' }),
  publisher: z
    .strictObject({ name: words, url: address.optional(), email: z.email('expected an e-mail address').optional() })
    .optional(),
  topic: words.default(DEFAULTS.topic).meta({ description: 'A shipped topic, or a path' }),
  schedule: words.default(DEFAULTS.schedule).meta({ description: 'Cron expression of kaynak watch' }),
  timeZone: words
    .refine(isTimeZone, 'expected a time zone such as "Europe/Istanbul"')
    .default(DEFAULTS.timeZone)
    .meta({ description: 'Time zone of the schedule' }),
  window: z
    .strictObject({ items: z.int().min(1).default(DEFAULTS.window.items), days: z.int().min(1).default(DEFAULTS.window.days) })
    .default(DEFAULTS.window)
    .meta({ description: 'What the main feeds hold' }),
  republish: republish.default(DEFAULTS.republish),
  excerptWords: excerptWords.default(DEFAULTS.excerptWords),
  hubs: z.array(address).default([]).meta({ description: 'WebSub hubs to ping' }),
  statusFeed: z
    .boolean()
    .default(DEFAULTS.statusFeed)
    .meta({ description: 'Whether status.xml is published: what befell the sources' }),
  fetch: z
    .strictObject({
      timeoutMs: z.int().min(100).max(600_000).default(DEFAULTS.fetch.timeoutMs),
      maxBytes: z.int().min(1_000).default(DEFAULTS.fetch.maxBytes),
      concurrency: z.int().min(1).max(1_000).default(DEFAULTS.fetch.concurrency),
      perHost: z.int().min(1).max(64).default(DEFAULTS.fetch.perHost),
      gapMs: z.int().min(0).max(600_000).default(DEFAULTS.fetch.gapMs),
      allowPrivate: z
        .array(z.string())
        .default([])
        .meta({ description: 'HOST:PORT or CIDR[:PORT] that may be contacted although private' }),
    })
    .prefault({}),
})

/** The whole file, for editors. */
export const wholeSchema = fileSchema.extend({ sources: z.array(sourceSchema) })

/** Keys that may stand in an object, by its path from where the schema begins; for near misses. */
export type KnownKeys = Readonly<Record<string, readonly string[]>>

export const FILE_KEYS: KnownKeys = {
  '': Object.keys(wholeSchema.shape),
  window: Object.keys(DEFAULTS.window),
  fetch: Object.keys(DEFAULTS.fetch),
  publisher: ['name', 'url', 'email'],
}

export const SOURCE_KEYS: KnownKeys = {
  '': Object.keys(sourceSchema.shape),
  select: ['item', 'link', 'title', 'date', 'summary'],
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false // a RangeError is its way of saying no
  }
}
