import { createRequire } from 'node:module'

/** One attempt at a job: once it has been retried, or its claim has lapsed, whoever names this attempt changes nothing any more. */
export type JobAttempt = { readonly id: string; readonly retryCount: number }

/** What of pg-boss is used. */
export type Boss = {
  start(): Promise<unknown>
  stop(options: { graceful: boolean }): Promise<void>
  on(event: 'error' | 'warning', listener: (problem: { readonly message: string }) => void): unknown
  createQueue(name: string, options: object): Promise<void>
  insert(name: string, jobs: readonly { readonly singletonKey: string; readonly data: object }[]): Promise<unknown>
  fetch(name: string, options: { batchSize: number }): Promise<readonly (JobAttempt & { readonly data: unknown })[]>
  touch(name: string, attempts: readonly JobAttempt[]): Promise<unknown>
  complete(name: string, attempts: readonly JobAttempt[]): Promise<unknown>
  fail(name: string, attempts: readonly JobAttempt[]): Promise<unknown>
}

/**
 * An instance of pg-boss that is not started yet. Loaded without its declarations: those of 12.38 name a type that they do not hold
 * (`ResolvedConstructorOptions`), which no strict compiler takes. An ordinary import will do when `tsc` is silent about one.
 */
export function newBoss(options: object): Boss {
  const require = createRequire(import.meta.url)
  const loaded: unknown = require('pg-boss')
  if (!hasBoss(loaded)) throw new TypeError('pg-boss: expected a class PgBoss')
  return new loaded.PgBoss(options)
}

function hasBoss(loaded: unknown): loaded is { readonly PgBoss: new (options: object) => Boss } {
  return typeof loaded === 'object' && loaded !== null && 'PgBoss' in loaded && typeof loaded.PgBoss === 'function'
}
