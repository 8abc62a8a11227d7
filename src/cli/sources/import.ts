import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { addSources, type NewEntry } from '../../config/index.ts'
import { KaynakError, present } from '../../model/index.ts'
import { decode, type FeedOutline, readOpml } from '../../parse/index.ts'
import { primarySubtag, urlKey } from '../../text/index.ts'
import { fileTrouble } from '../file-trouble.ts'
import { EXIT, type Exit, type Io } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import type { CommonOptions } from '../options.ts'
import { rewriteConfig } from '../rewrite-config.ts'
import { table } from '../table.ts'
import { sourceIdFor } from './source-id.ts'
import { takenIds } from './taken-ids.ts'

export type ImportOptions = CommonOptions & { readonly dryRun: boolean; readonly disabled: boolean }

/** `kaynak sources import`: the feeds of an OPML file that are not watched yet, as entries of feeds.json. */
export async function importSources(file: string, options: ImportOptions, io: Io): Promise<Exit> {
  const loaded = await loadConfig(options.config, io)
  const reading = readOpml(decode(await bytesOf(file, io), { kind: 'xml' }).text)
  if (reading.kind === 'unreadable')
    throw new KaynakError('USAGE', `${file === '-' ? 'stdin' : file}: expected an outline of feeds, got ${reading.message}`)
  const watched = new Set(loaded.config.sources.map(({ url }) => urlKey(url)))
  const taken = takenIds(loaded)
  const added: NewEntry[] = []
  let known = 0
  for (const feed of reading.feeds) {
    if (watched.has(urlKey(feed.url))) known += 1
    else {
      const entry = entryOf(feed, { taken, disabled: options.disabled })
      added.push(entry)
      taken.add(entry.id)
      watched.add(urlKey(feed.url))
    }
  }
  if (!options.dryRun) await rewriteConfig(options.config, io, (text) => addSources(text, added))
  say({ added, known, warnings: reading.warnings, file }, options, io)
  return EXIT.ok
}

function entryOf(
  { url, name, homePage, language }: FeedOutline,
  { taken, disabled }: { readonly taken: ReadonlySet<string>; readonly disabled: boolean },
): NewEntry {
  const called = name ?? new URL(url).hostname.replace(/^www\./, '')
  const id = sourceIdFor(called, url, taken)
  return present({
    id,
    name: called,
    url,
    homePage,
    language: primarySubtag(language),
    enabled: disabled ? false : undefined,
  })
}

type Imported = {
  readonly added: readonly NewEntry[]
  readonly known: number
  readonly warnings: readonly string[]
  readonly file: string
}

function say({ added, known, warnings, file }: Imported, options: ImportOptions, io: Io): void {
  if (options.json) {
    io.stdout.write(`${JSON.stringify({ added, known, warnings, written: !options.dryRun && added.length > 0 })}\n`)
    return
  }
  for (const warning of warnings) io.stderr.write(`kaynak: ${file}: left out ${warning}\n`)
  if (options.quiet) return
  const width = io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : 400
  for (const line of table(
    added.map(({ id, name, url }) => [id, String(name), String(url)]),
    width,
  ))
    io.stdout.write(`${line}\n`)
  const verb = options.dryRun ? 'would be added to' : 'added to'
  const sums = [`${added.length} ${added.length === 1 ? 'source' : 'sources'} ${verb} ${options.config}`]
  if (known > 0) sums.push(`${known} watched already`)
  if (warnings.length > 0) sums.push(`${warnings.length} left out`)
  io.stdout.write(`${sums.join(', ')}${added.length > 0 && !options.dryRun ? nextStep(added, options) : ''}\n`)
}

function nextStep([first]: readonly NewEntry[], { disabled }: ImportOptions): string {
  return disabled ? `. Switch one on with: kaynak sources enable ${first?.id ?? 'ID'}` : '. Try them with: kaynak sources check'
}

async function bytesOf(file: string, io: Io): Promise<Uint8Array> {
  try {
    if (file !== '-') return await readFile(resolve(io.cwd(), file))
    const chunks: Uint8Array[] = []
    for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks)
  } catch (cause) {
    throw new KaynakError('USAGE', `${file}: cannot be read: ${fileTrouble(cause)}`, { cause })
  }
}
