import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { KaynakError } from '../model/index.ts'
import type { Io } from './io.ts'

/** Whether a state is there to be opened; that of a database or of the memory always counts as there. Asking must not begin one. */
export function isBegun(state: string, io: Pick<Io, 'cwd'>): boolean {
  return state === ':memory:' || /^[a-z]{2,}:\/\//.test(state) || existsSync(resolve(io.cwd(), state))
}

/** @throws KaynakError USAGE when there is no such state */
export function refuseMissing(state: string, io: Pick<Io, 'cwd'>): void {
  if (!isBegun(state, io))
    throw new KaynakError('USAGE', `${state}: there is no such state: name it with --state, or begin one with kaynak run`)
}
