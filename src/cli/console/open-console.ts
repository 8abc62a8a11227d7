import { randomBytes } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { KaynakError, type Log, present } from '../../model/index.ts'
import { type Console, createConsole, listenAddress } from '../../serve/index.ts'
import type { Io } from '../io.ts'
import type { CommonOptions } from '../options.ts'
import { consoleOffice, type OfficeOptions } from './console-office.ts'

export type ConsoleChoice = CommonOptions & {
  readonly listen: string
  readonly consoleToken?: string
  readonly consoleHost?: readonly string[]
}

export type Errands = { readonly io: Io; readonly log: Log } & Pick<OfficeOptions, 'readNow'>

/** A token that can be guessed is none. */
const SHORTEST_TOKEN = 16

/** The console of `kaynak watch`. @throws KaynakError USAGE where it would be open to others without a token, or the token is short */
export function openConsole(options: ConsoleChoice, { io, log, readNow }: Errands): Console {
  const { consoleToken: token, consoleHost = [], listen } = options
  const host = listenAddress(listen)?.host ?? ''
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    throw new KaynakError(
      'USAGE',
      `--console-token: expected at least ${SHORTEST_TOKEN} characters (openssl rand -hex 16 makes some)`,
    )
  if (token === undefined && !isLoopbackName(host))
    throw new KaynakError('USAGE', `--console: ${host} is seen by others: set KAYNAK_CONSOLE_TOKEN, or listen on 127.0.0.1`)
  return createConsole(
    present({
      office: consoleOffice({ options, io, log, readNow }),
      token,
      names: [...consoleHost, host],
      clock: { now: () => new Date() },
      random: () => randomBytes(24).toString('base64url'),
      log,
    }),
  )
}

function isLoopbackName(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
