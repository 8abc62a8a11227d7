import { present } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import type { Config, ConfigChecks, ConfigReading } from './config.ts'
import { isRecord, withEnvironment } from './environment.ts'
import { readJsonText } from './json-text.ts'
import { linesOf } from './lines.ts'
import { type Problems, problemList } from './problems.ts'
import { readSources } from './read-sources.ts'
import { FILE_KEYS, fileSchema } from './schema.ts'
import { shown } from './words.ts'

export type ConfigOptions = {
  /** as the user names it; stands at the head of every problem */
  readonly file: string
  readonly checks: ConfigChecks
  /** `KAYNAK_…` variables, which win over the file */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/**
 * Reads feeds.json: strict, all problems at once with their lines, defaults filled in. A wrong source entry is left out and
 * named; anything else that is wrong makes the file unusable. Never throws: the text is foreign data.
 */
export function parseConfig(text: string, options: ConfigOptions): ConfigReading {
  const json = readJsonText(text)
  const { sources, ...rest } = isRecord(json.value) ? json.value : {}
  const { settings: laid, variables } = withEnvironment(rest, options.env ?? {})
  const problems = problemList(options.file, linesOf(text, json.root), variables)
  for (const fault of json.faults) problems.atOffset(fault.offset, fault.words)
  if (json.faults.length > 0 || !isRecord(json.value)) {
    if (json.faults.length === 0) problems.atOffset(0, `expected an object, got ${shown(json.value)}`)
    return { kind: 'unusable', problems: problems.all() }
  }
  const settings = fileSchema.safeParse(laid)
  if (!settings.success) problems.issues(settings.error.issues, laid, FILE_KEYS)
  else checkSettings(settings.data, options.checks, problems)
  if (!Array.isArray(sources))
    problems.atPath(['sources'], sources === undefined ? 'is missing' : `expected a list, got ${shown(sources)}`)
  if (!settings.success || problems.count() > 0 || !Array.isArray(sources)) {
    readSources(Array.isArray(sources) ? sources : [], { defaults: undefined, checks: options.checks, problems }) // so that all problems are said at once
    return { kind: 'unusable', problems: problems.all() }
  }
  const read = readSources(sources, { defaults: settings.data, checks: options.checks, problems })
  return { kind: 'config', config: configOf(settings.data, read), problems: problems.all() }
}

type Settings = ReturnType<typeof fileSchema.parse>

function checkSettings(settings: Settings, checks: ConfigChecks, problems: Problems): void {
  const schedule = checks.schedule(settings.schedule)
  if (schedule !== undefined) problems.atPath(['schedule'], schedule)
  for (const [index, entry] of settings.fetch.allowPrivate.entries()) {
    const problem = checks.allowance(entry)
    if (problem !== undefined) problems.atPath(['fetch', 'allowPrivate', index], problem)
  }
}

function configOf(settings: Settings, sources: Config['sources']): Config {
  const { publisher } = settings
  return present({
    title: settings.title,
    description: settings.description,
    language: settings.language,
    homePage: asFolder(settings.homePage),
    publisher:
      publisher === undefined
        ? undefined
        : present({
            name: publisher.name,
            url: publisher.url === undefined ? undefined : httpUrl(publisher.url),
            email: publisher.email,
          }),
    topic: settings.topic,
    schedule: settings.schedule,
    timeZone: settings.timeZone,
    window: settings.window,
    republish: settings.republish,
    excerptWords: settings.excerptWords,
    hubs: settings.hubs.flatMap((hub) => httpUrl(hub) ?? []),
    statusFeed: settings.statusFeed,
    fetch: settings.fetch,
    sources,
  })
}

/** The home page is the folder that output/ is served from: files are named relative to it, so it ends in a slash. */
function asFolder(address: string | undefined): Config['homePage'] {
  if (address === undefined) return undefined
  const url = new URL(address)
  const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  return httpUrl(last === '' || last.includes('.') ? url.href : `${url.origin}${url.pathname}/`)
}
