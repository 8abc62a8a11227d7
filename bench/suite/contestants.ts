import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cost, costOf } from '../process-cost.ts'
import type { Farm } from './farm-process.ts'
import { ROOT } from './root.ts'

/** Everything that is run over a farm, each from its start to its end. */
export type Contestants = {
  /** without a state */
  readonly cold: () => Cost
  /** with the state and the output of the pass before */
  readonly warm: (now?: string) => Cost
  readonly naive: () => Cost
  readonly floor: (how: 'fetch' | 'unpack' | 'scan') => Cost
  /** conditional requests that are all answered 304, 64 at once; absent where curl is not installed */
  readonly curl?: () => Cost
  /** 32 threads; `cold` without a cache, else with the one of the time before; absent where it is not installed */
  readonly newsboat?: (cold: boolean) => Cost
}

/** When the farm's newest item is an hour old. */
const NOW = '2026-01-15T13:00:00Z'

export function contestants(program: string, { folder }: Farm): Contestants {
  const file = (...names: readonly string[]): string => join(folder, ...names)
  const node = (...words: readonly string[]): Cost => costOf(process.execPath, words, ROOT)
  const pass = (now: string, ...more: readonly string[]): Cost =>
    node(
      program,
      'run',
      '--config',
      file('feeds.json'),
      '--state',
      file('state', 'k.db'),
      '--output',
      file('output'),
      '--now',
      now,
      '--json',
      ...more,
    )
  return {
    cold: () => {
      for (const name of ['state', 'output']) rmSync(file(name), { recursive: true, force: true })
      return pass(NOW)
    },
    warm: (now = NOW) => pass(now, '--force'),
    naive: () => node(join(ROOT, 'bench/naive.ts'), file('urls.txt'), file('naive')),
    floor: (how) => node(join(ROOT, 'bench/floors.ts'), how, file('urls.txt')),
    ...(isInstalled('curl') ? { curl: () => curl(file('curl.txt')) } : {}),
    ...(isInstalled('newsboat') ? { newsboat: (cold: boolean) => newsboat(folder, cold) } : {}),
  }
}

function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined
}

function curl(list: string): Cost {
  const since = 'If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT'
  return costOf('curl', ['-s', '-Z', '--parallel-max', '64', '-H', since, '-K', list])
}

function newsboat(folder: string, cold: boolean): Cost {
  const home = join(folder, 'newsboat')
  if (cold) rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'config'), 'reload-threads 32\n')
  const files = ['-C', join(home, 'config'), '-u', join(folder, 'urls.txt'), '-c', join(home, 'cache.db')]
  return costOf('newsboat', [...files, '-x', 'reload'])
}
