import { EXIT, type Exit, type Io } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import type { CommonOptions } from '../options.ts'
import { table } from '../table.ts'

const HEAD = ['source', 'name', 'language', 'country', 'ownership', 'every', '', 'address']

/** `kaynak sources list`: what is watched, in the order of the file. */
export async function list(options: CommonOptions, io: Io): Promise<Exit> {
  const { config, problems } = await loadConfig(options.config, io)
  if (options.json) io.stdout.write(`${JSON.stringify({ sources: config.sources, problems })}\n`)
  else {
    const rows = config.sources.map(({ id, name, language = '', country = '', ownership = '', everyMs, kind, enabled, url }) => [
      id,
      name,
      language,
      country,
      ownership,
      span(everyMs),
      enabled ? (kind === 'feed' ? '' : kind) : 'off',
      url,
    ])
    const width = io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : 400
    for (const line of table([HEAD, ...rows], width)) io.stdout.write(`${line}\n`)
  }
  for (const problem of problems) io.stderr.write(`kaynak: ${problem.text} (this source is left out)\n`)
  return EXIT.ok
}

/** As feeds.json writes it. */
function span(ms: number): string {
  for (const [unit, length] of UNITS) if (ms % length === 0) return `${ms / length}${unit}`
  return `${ms / 1000}s`
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
] as const
