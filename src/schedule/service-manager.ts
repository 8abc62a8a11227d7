import { execFile } from 'node:child_process'
import type { Log } from '../model/index.ts'

/** Tells systemd how a service of `Type=notify` is doing (sd_notify(3)). Nothing is told where nobody listens. */
export type ServiceManager = {
  readonly ready: (status: string) => void
  readonly reloading: () => void
  readonly status: (status: string) => void
  /** resolves when it was told */
  readonly stopping: () => Promise<void>
}

const PROGRAM = 'systemd-notify'
/** What a status line may hold: one line of plain words. */
const UNFIT = /[^\x20-\x7e]+/g

/**
 * Speaks through the program `systemd-notify`, which is there wherever systemd is: Node has no datagrams over Unix sockets. The unit
 * needs `NotifyAccess=all`, since a child of ours speaks. A watchdog (`WatchdogSec=`) is fed twice in its time, for as long as events
 * are handled; messages keep their order, and one that cannot be sent is said in the log, once.
 */
export function serviceManager(env: Readonly<Record<string, string | undefined>>, log: Log): ServiceManager & Disposable {
  const socket = env['NOTIFY_SOCKET'] ?? ''
  let sending: Promise<void> = Promise.resolve()
  let isSaid = false

  function tell(...assignments: readonly string[]): Promise<void> {
    if (socket === '') return Promise.resolve()
    sending = sending.then(async () => {
      const problem = await send(assignments, { NOTIFY_SOCKET: socket, PATH: env['PATH'] ?? '' })
      if (problem === undefined || isSaid) return
      isSaid = true
      log('warn', 'systemd.not-told', { why: problem })
    })
    return sending
  }

  const feedMs = Number(env['WATCHDOG_USEC'] ?? 0) / 2_000
  const feeding = socket !== '' && feedMs >= 1 ? setInterval(() => void tell('WATCHDOG=1'), feedMs).unref() : undefined

  return {
    ready: (status) => void tell('READY=1', statusOf(status)),
    // a service of Type=notify-reload has to say by the monotonic clock when it began
    reloading: () => void tell('RELOADING=1', `MONOTONIC_USEC=${process.hrtime.bigint() / 1_000n}`),
    status: (status) => void tell(statusOf(status)),
    stopping: () => tell('STOPPING=1'),
    [Symbol.dispose]: () => clearInterval(feeding),
  }
}

function statusOf(words: string): string {
  return `STATUS=${words.replace(UNFIT, ' ').slice(0, 200)}`
}

function send(assignments: readonly string[], env: Readonly<Record<string, string>>): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(PROGRAM, ['--', ...assignments], { env, timeout: 2_000 }, (problem) => resolve(problem?.message.trim()))
  })
}
