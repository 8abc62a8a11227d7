import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Running, start } from './program.ts'

/** A moment at which nothing that `outlets` offers is old. */
export const NOW = '2026-01-15T13:00:00Z'

/** Starts a worker of the built program in a folder with a feeds.json. */
export function worker(cwd: string, state: string, words: readonly string[] = []): Running {
  return start(['work', '--now', NOW, '--output', 'fleet', ...words], { cwd, env: { KAYNAK_STATE: state } })
}

/** Every file of a folder that is for readers: path -> text. */
export async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(files.map(async (file) => [file.slice(folder.length), await readFile(file, 'utf8')] as const))
  return new Map(texts.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
