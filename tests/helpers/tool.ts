import { spawnSync } from 'node:child_process'

/** A program that may be missing on a machine: a test that needs it is skipped there. */
export type Tool = {
  readonly isInstalled: boolean
  readonly run: (
    words: readonly string[],
    options?: { readonly input?: string; readonly cwd?: string },
  ) => { readonly status: number | null; readonly stdout: string; readonly stderr: string }
}

export function tool(name: string): Tool {
  return {
    isInstalled: spawnSync(name, ['--version']).error === undefined,
    run: (words, options = {}) => spawnSync(name, words, { ...options, encoding: 'utf8' }),
  }
}
