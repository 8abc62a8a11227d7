import { type DestinationStream, pino } from 'pino'
import type { Log, LogLevel } from '../model/index.ts'
import type { Io } from './io.ts'

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/** One event a line on stderr: for people on a terminal, JSON with `time`, `level` and `event` anywhere else. */
export function eventLog({ stderr }: Io, least: LogLevel): Log {
  return stderr.isTTY === true ? terminalLog(stderr, least) : jsonLog(stderr, least)
}

/** Says nothing: a single pass reports at its end. */
export const noLog: Log = () => undefined

function jsonLog(stream: DestinationStream, least: LogLevel): Log {
  const formatters = { level: (label: string) => ({ level: label }) }
  const timestamp = () => `,"time":"${new Date().toISOString()}"`
  const logger = pino({ level: least, base: null, timestamp, formatters }, stream)
  return (level, event, fields) => logger[level]({ event, ...fields })
}

function terminalLog(stream: DestinationStream, least: LogLevel): Log {
  return (level, event, fields = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return
    const words = Object.entries(fields).map(
      ([name, value]) => `${name}=${typeof value === 'number' ? value : JSON.stringify(value)}`,
    )
    stream.write(`${new Date().toISOString().slice(11, 19)} ${level.padEnd(5)} ${event} ${words.join(' ')}\n`)
  }
}
