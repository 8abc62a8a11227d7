import { spawnSync } from 'node:child_process'

/** What a program cost from its start to its end. */
export type Cost = {
  readonly cpuSeconds: number
  readonly wallSeconds: number
  readonly peakMiB: number
  readonly stdout: string
}

const MARK = 'cost:'

/** Whether programs can be measured here: GNU time is installed. */
export function canMeasure(): boolean {
  return spawnSync('/usr/bin/time', ['--version']).status === 0
}

/**
 * Runs a program to its end and says what it cost, with its threads and its own programs, to a hundredth of a second.
 * @throws Error when it ends with another code than 0
 */
export function costOf(command: string, words: readonly string[], cwd?: string): Cost {
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-f', `${MARK}%U %S %e %M`, command, ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${stderr.slice(-2_000)}`)
  const [user = 0, system = 0, wall = 0, peak = 0] = stderr
    .slice(stderr.lastIndexOf(MARK) + MARK.length)
    .split(' ')
    .map(Number)
  return { cpuSeconds: user + system, wallSeconds: wall, peakMiB: peak / 1_024, stdout }
}
