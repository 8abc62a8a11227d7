import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { ROOT } from './root.ts'

/** A farm that serves until it is closed, and the folder with its files. */
export type Farm = {
  readonly folder: string
  readonly feeds: number
  readonly ask: (control: string) => Promise<Readonly<Record<string, unknown>>>
  readonly close: () => void
}

const SHARED = join(ROOT, '../shared/tools/feed-farm/farm.mjs')

/** Which farm the figures are of: the shared one when it lies beside the repository, else our own of the same kind. */
export const FARM_FILE = existsSync(SHARED) ? SHARED : join(ROOT, 'bench/farm.ts')

/** Starts a farm of so many feeds and waits until it serves; `folder` receives urls.txt, feeds.json, expected.json and a list for curl. */
export async function startFarm(
  folder: string,
  { feeds, port }: { readonly feeds: number; readonly port: number },
): Promise<Farm> {
  const words = [FARM_FILE, '--n', String(feeds), '--port', String(port), '--write', folder]
  const farm = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    farm.stdout.on('data', (said: Buffer) => said.includes('ready') && resolve())
    farm.on('exit', (code) => reject(new Error(`the farm ended with ${code}`)))
  })
  const urls = readFileSync(join(folder, 'urls.txt'), 'utf8').trim().split('\n')
  writeFileSync(join(folder, 'curl.txt'), urls.map((url) => `url = "${url}"\noutput = "/dev/null"\n`).join(''))
  return {
    folder,
    feeds,
    ask: (control) => answerTo(`http://127.0.0.1:${port}/${control}`),
    close: () => farm.kill(),
  }
}

/** On a connection of its own: while a program is measured, this one is deaf, and a kept connection would be closed. */
async function answerTo(url: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false }, resolve).on('error', reject)
  })
  const answer: unknown = await json(response)
  return typeof answer === 'object' && answer !== null ? { ...answer } : {}
}
