import { type DestinationStream, pino } from 'pino'
import type { Log, LogLevel } from '../model/index.ts'
import type { Io } from './io.ts'

export { noLog } from './no-log.ts'

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/** A feed may say much: of one field so many characters are logged. */
const MOST = 2_000

/**
 * One event a line on stderr: for people on a terminal, with the time of their zone; JSON with `time`, `level` and `event` anywhere else. No
 * value, whoever wrote it, ends a line, begins another one, or moves or colours what a terminal shows.
 */
export function eventLog({ stderr }: Io, least: LogLevel): Log {
  return stderr.isTTY === true ? terminalLog(stderr, least) : jsonLog(stderr, least)
}

function jsonLog(stream: DestinationStream, least: LogLevel): Log {
  const formatters = { level: (label: string) => ({ level: label }) }
  const timestamp = () => `,"time":"${new Date().toISOString()}"`
  const quiet = { write: (line: string) => stream.write(`${visible(line.trimEnd())}\n`) }
  const logger = pino({ level: least, base: null, timestamp, formatters }, quiet)
  return (level, event, fields = {}) => {
    const shown = Object.entries(fields).map(([name, value]) => [name, shortened(value)] as const)
    logger[level]({ event, ...Object.fromEntries(shown) })
  }
}

function terminalLog(stream: DestinationStream, least: LogLevel): Log {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
  return (level, event, fields = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return
    const words = Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${typeof value === 'number' ? value : visible(json(shortened(value)))}`)
    stream.write(`${time.format(new Date())} ${level.padEnd(5)} ${event} ${words.join(' ')}`.trimEnd().concat('\n'))
  }
}

function shortened(value: unknown): unknown {
  if (value instanceof Error) return shortened(value.stack ?? value.message)
  return typeof value === 'string' && value.length > MOST ? `${value.slice(0, MOST)}…` : value
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return JSON.stringify(String(value)) // a bigint, or an object that holds itself: a log never throws
  }
}

/** JSON leaves these as they are: DEL and C1 controls, line and paragraph separators, marks of direction, invisible letters. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udfff]/gu

/** A JSON text in which nothing is invisible or acts on a terminal: such letters stand as JSON's own `\uXXXX`. */
function visible(text: string): string {
  return text.replace(UNSEEN, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
