import { type Command, Option } from 'commander'
import { KaynakError, type LogLevel } from '../model/index.ts'
import type { Io } from './io.ts'

/** What every command that works on a state understands. */
export type StateOptions = {
  readonly state: string
  readonly json: boolean
  readonly quiet: boolean
}

/** What every command that works on a newsroom understands. */
export type CommonOptions = StateOptions & {
  readonly config: string
  readonly output: string
  readonly now?: string
}

/** Adds the common options; each is also a `KAYNAK_…` variable, and the option wins. */
export function withCommonOptions(command: Command, io: Io): Command {
  const { env } = io
  command
    .addOption(text('-c, --config <file>', 'what is watched and how', env['KAYNAK_CONFIG'] ?? 'feeds.json'))
    .addOption(text('-o, --output <dir>', 'where the feeds and pages are written', env['KAYNAK_OUTPUT'] ?? 'output'))
  return withStateOptions(command, io).addOption(new Option('--now <iso>', 'take this moment for now').default(env['KAYNAK_NOW']))
}

/** Adds those that say which state, and how to report. */
export function withStateOptions(command: Command, { env }: Io): Command {
  return command
    .addOption(
      text(
        '-s, --state <file-or-url>',
        'the memory between passes: a file, or a PostgreSQL database',
        env['KAYNAK_STATE'] ?? '.kaynak/kaynak.db',
      ),
    )
    .addOption(flag('--json', 'print the report as JSON', env['KAYNAK_JSON']))
    .addOption(flag('-q, --quiet', 'print nothing but errors', env['KAYNAK_QUIET']))
}

/** What programs that stay understand besides. */
export type LogOptions = { readonly quiet: boolean; readonly logLevel: string }

/** Adds `--log-level`. */
export function withLogOption(command: Command, { env }: Io): Command {
  const option = new Option('--log-level <level>', 'the least that is logged').choices(LEVELS)
  return command.addOption(option.default(env['KAYNAK_LOG_LEVEL'] || 'info'))
}

/** The least that is logged; `--quiet` means errors only. @throws KaynakError USAGE for a `KAYNAK_LOG_LEVEL` that is none */
export function logLevelOf({ quiet, logLevel }: LogOptions): LogLevel {
  const level = quiet ? 'error' : LEVELS.find((one) => one === logLevel)
  if (level !== undefined) return level
  throw new KaynakError('USAGE', `--log-level: expected one of ${LEVELS.join(', ')}, got ${JSON.stringify(logLevel)}`)
}

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/** A switch that an environment variable may turn on: anything but empty, 0, false and no. */
export function flag(flags: string, description: string, variable: string | undefined): Option {
  return new Option(flags, description).default(variable !== undefined && !/^(|0|false|no)$/i.test(variable), 'off')
}

/** The moment that `--now` names, or the real one. @throws KaynakError USAGE */
export function nowOf(options: Pick<CommonOptions, 'now'>): Date {
  if (options.now === undefined) return new Date()
  const at = /^\d{4}-\d\d-\d\d/.test(options.now) ? new Date(options.now) : new Date(Number.NaN)
  if (Number.isNaN(at.getTime()))
    throw new KaynakError('USAGE', `--now: expected a moment such as 2026-11-25T12:00:00Z, got ${JSON.stringify(options.now)}`)
  return at
}

function text(flags: string, description: string, value: string): Option {
  return new Option(flags, description).default(value)
}
