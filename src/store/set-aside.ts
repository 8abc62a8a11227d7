import { existsSync, renameSync, rmSync } from 'node:fs'
import { KaynakError } from '../model/index.ts'
import { suspicionFile } from './file-signs.ts'
import { takeLock } from './process-lock.ts'

/**
 * Renames a damaged state and its journal files to `<file>.damaged-<when>`, so that a new one can be started and nothing
 * is lost to whoever wants to look. Does it under the state's lock: nobody's work is taken away from under them.
 * @returns the new name
 * @throws KaynakError STATE_UNUSABLE when another process holds the lock
 */
export function setAside(file: string, when: Date): string {
  const lock = takeLock(file)
  if (lock === undefined)
    throw new KaynakError(
      'STATE_UNUSABLE',
      `${file}: is damaged, and another process is using it: run again when that one has ended`,
    )
  try {
    const aside = freeName(`${file}.damaged-${when.toISOString().replaceAll(':', '-')}`) // Windows has no colons in names
    for (const suffix of ['-wal', '-shm', '']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
    rmSync(suspicionFile(file), { force: true })
    return aside
  } finally {
    lock.release()
  }
}

function freeName(wanted: string): string {
  let name = wanted
  for (let again = 2; existsSync(name); again++) name = `${wanted}-${again}`
  return name
}
