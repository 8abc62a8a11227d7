import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Config, type ConfigChecks, type ConfigProblem, type ConfigReading, parseConfig } from '../config/index.ts'
import { parseAllowance } from '../fetch/index.ts'
import { KaynakError } from '../model/index.ts'
import { scheduleProblem } from '../schedule/index.ts'
import { fileTrouble } from './file-trouble.ts'
import type { Io } from './io.ts'

export type LoadedConfig = {
  readonly config: Config
  /** wrong source entries, left out */
  readonly problems: readonly ConfigProblem[]
  /** the folder that paths in the file are relative to */
  readonly folder: string
}

/**
 * Reads feeds.json with what the other rooms know about its values.
 * @throws KaynakError CONFIG_MISSING or CONFIG_INVALID, with a line for each problem; `strict` refuses wrong source entries too
 */
export async function loadConfig(file: string, io: Io, { strict = false } = {}): Promise<LoadedConfig> {
  const path = resolve(io.cwd(), file)
  const text = await textOf(path, file)
  const reading = configReading(text, { file, io, selector: await selectorCheck(text) })
  if (reading.kind === 'unusable' || (strict && reading.problems.length > 0)) {
    throw new KaynakError('CONFIG_INVALID', reading.problems.map((problem) => problem.text).join('\nkaynak: '))
  }
  return { config: reading.config, problems: reading.problems, folder: dirname(path) }
}

/** Few files have selectors, and checking them takes the room that reads documents. An escaped key counts as one. */
async function selectorCheck(text: string): Promise<ConfigChecks['selector']> {
  return /select|\\u/.test(text) ? (await import('../parse/index.ts')).checkSelector : () => undefined
}

type ReadingOptions = { readonly file: string; readonly io: Pick<Io, 'env'>; readonly selector: ConfigChecks['selector'] }

/** Reads a text of feeds.json with what the other rooms know about its values. */
export function configReading(text: string, { file, io, selector }: ReadingOptions): ConfigReading {
  return parseConfig(text, { file, env: io.env, checks: { schedule: scheduleProblem, selector, allowance: allowanceProblem } })
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT')
      throw new KaynakError('CONFIG_MISSING', `${file}: there is no such file (kaynak init writes one to start from)`, { cause })
    throw new KaynakError('CONFIG_MISSING', `${file}: cannot be read: ${fileTrouble(cause)}`, { cause })
  }
}

function allowanceProblem(entry: string): string | undefined {
  const allowance = parseAllowance(entry)
  return allowance.kind === 'problem' ? allowance.message : undefined
}
