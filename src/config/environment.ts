type Json = Readonly<Record<string, unknown>>

/** Settings that a `KAYNAK_…` variable may override: the path in the file, and how the text is read. */
const SETTINGS: readonly (readonly [path: readonly [string, string?], as: 'text' | 'number' | 'list' | 'switch'])[] = [
  [['title'], 'text'],
  [['description'], 'text'],
  [['language'], 'text'],
  [['homePage'], 'text'],
  [['topic'], 'text'],
  [['schedule'], 'text'],
  [['timeZone'], 'text'],
  [['republish'], 'text'],
  [['excerptWords'], 'number'],
  [['hubs'], 'list'],
  [['statusFeed'], 'switch'],
  [['window', 'items'], 'number'],
  [['window', 'days'], 'number'],
  [['fetch', 'timeoutMs'], 'number'],
  [['fetch', 'maxBytes'], 'number'],
  [['fetch', 'concurrency'], 'number'],
  [['fetch', 'perHost'], 'number'],
  [['fetch', 'gapMs'], 'number'],
  [['fetch', 'allowPrivate'], 'list'],
]

/** The file's settings with those of the environment laid over them, and which path came from which variable. */
export type Laid = { readonly settings: Json; readonly variables: ReadonlyMap<string, string> }

/** Lays `KAYNAK_…` variables over the file's settings: `fetch.timeoutMs` is `KAYNAK_FETCH_TIMEOUT_MS`. An empty one counts as unset. */
export function withEnvironment(file: Json, env: Readonly<Record<string, string | undefined>>): Laid {
  let settings = file
  const variables = new Map<string, string>()
  for (const [path, as] of SETTINGS) {
    const variable = variableOf(path)
    const value = env[variable]
    if (value === undefined || value === '') continue
    settings = laid(settings, path, read(value, as))
    variables.set(path.join('.'), variable)
  }
  return { settings, variables }
}

/** Whether a value is a plain object. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function variableOf(path: readonly (string | undefined)[]): string {
  return `KAYNAK_${path
    .filter((step) => step !== undefined)
    .map((step) => step.replace(/[A-Z]/g, '_$&').toUpperCase())
    .join('_')}`
}

/** A text that is no number stays a text, so that the schema says what is wrong with it. */
function read(value: string, as: 'text' | 'number' | 'list' | 'switch'): unknown {
  if (as === 'list')
    return value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
  if (as === 'switch' && /^(true|false|1|0|yes|no)$/i.test(value)) return /^(true|1|yes)$/i.test(value)
  return as === 'number' && /^\d+$/.test(value) ? Number(value) : value
}

function laid(settings: Json, [first, second]: readonly [string, string?], value: unknown): Json {
  if (second === undefined) return { ...settings, [first]: value }
  const inner = settings[first]
  return { ...settings, [first]: { ...(isRecord(inner) ? inner : {}), [second]: value } }
}
