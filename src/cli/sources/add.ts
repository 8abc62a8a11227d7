import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { addSources, type NewEntry } from '../../config/index.ts'
import { KaynakError, present } from '../../model/index.ts'
import { EXIT, type Exit, type Io } from '../io.ts'
import { type LoadedConfig, loadConfig } from '../load-config.ts'
import { localTime } from '../local-time.ts'
import type { CommonOptions } from '../options.ts'
import { rewriteConfig } from '../rewrite-config.ts'
import { askedEntry, canAsk, withQuestions } from './ask.ts'
import { draftOf } from './draft.ts'
import type { EntryOptions } from './entry-options.ts'
import { countsOf, type Previewed, previewWords } from './preview-words.ts'
import { prospect } from './prospect.ts'
import { withDesk } from './with-desk.ts'

export type AddOptions = CommonOptions & EntryOptions & { readonly yes: boolean; readonly dryRun: boolean }

type Adding = { readonly options: AddOptions; readonly io: Io; readonly loaded: LoadedConfig; readonly text: string }

/** `kaynak sources add`: finds a site's feed, shows what it would bring, and writes its entry into feeds.json. */
export async function add(address: string, options: AddOptions, io: Io): Promise<Exit> {
  const loaded = await loadConfig(options.config, io)
  const adding = { options, io, loaded, text: await readFile(resolve(io.cwd(), options.config), 'utf8') }
  const found = await prospect(address, adding, (work) => withDesk(adding, work))
  if (found.kind === 'none') {
    io.stderr.write(`kaynak: ${found.url}: ${found.why}\n`)
    return EXIT.nothingRead
  }
  const { entry, previewed } = found
  if (!options.json && !options.quiet) for (const line of previewWords(previewed, localTime(io.env))) io.stdout.write(`${line}\n`)
  return await settle(entry, previewed, adding)
}

/** Asks where somebody can be asked, and writes what was agreed to. */
async function settle(entry: NewEntry, previewed: Previewed, { options, io, text }: Adding): Promise<Exit> {
  const isAsking = !options.yes && !options.dryRun && !options.json && canAsk(io)
  const agreed = isAsking ? await withQuestions(io, (ask) => askedEntry(entry, ask, wrongWith)) : entry
  const isWritten = agreed !== undefined && !options.dryRun && (options.yes || isAsking)
  if (isWritten) await rewriteConfig(options.config, io, (before) => addSources(before, [agreed]))
  if (options.json) {
    const { preview, feed, others } = previewed
    const feeds = [feed, ...others].map(({ url, title, trial }) => present({ url, title, format: trial.document.feed.format }))
    io.stdout.write(
      `${JSON.stringify({ entry, written: isWritten, feeds, entries: preview.entries, ...countsOf(preview), judged: preview.judged })}\n`,
    )
    return EXIT.ok
  }
  if (isWritten) {
    if (!options.quiet)
      io.stdout.write(`added to ${options.config} as ${agreed.id}: the next pass reads it (kaynak run --only ${agreed.id})\n`)
    return EXIT.ok
  }
  if (!options.quiet) io.stdout.write(`  ${JSON.stringify(entry)}\n`)
  if (options.dryRun || isAsking) {
    if (!options.quiet) io.stdout.write('nothing was written\n')
    return EXIT.ok
  }
  throw new KaynakError('USAGE', 'nothing was written: there is no terminal to ask at; give --yes to write this entry')

  function wrongWith(candidate: NewEntry): string | undefined {
    const draft = draftOf(candidate, { text, io })
    return draft.kind === 'wrong' ? draft.words.join('; ') : undefined
  }
}
