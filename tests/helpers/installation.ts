import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A folder as a clone is after `npm ci`, with a list of its own; its program is the built one. */
export function installation(feeds: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-installed-'))
  for (const name of ['dist', 'node_modules', 'package.json']) symlinkSync(join(ROOT, name), join(folder, name))
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify(feeds, undefined, 2))
  mkdirSync(join(folder, 'output'))
  cpSync(join(ROOT, '.gitignore'), join(folder, '.gitignore'))
  return folder
}
