import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { addSources, type NewEntry } from '../../config/index.ts'
import { type HttpUrl, KaynakError, present } from '../../model/index.ts'
import { type Desk, type FoundFeed, findFeeds, previewOf } from '../../pipeline/index.ts'
import { httpUrl, languageOf, urlKey } from '../../text/index.ts'
import { EXIT, type Exit, type Io } from '../io.ts'
import { type LoadedConfig, loadConfig } from '../load-config.ts'
import type { CommonOptions } from '../options.ts'
import { rewriteConfig } from '../rewrite-config.ts'
import { askedEntry, canAsk, withQuestions } from './ask.ts'
import { draftOf, sourceOf } from './draft.ts'
import { type EntryOptions, entryOf } from './entry-options.ts'
import { countsOf, type Previewed, previewWords } from './preview-words.ts'
import { sourceIdFor } from './source-id.ts'
import { takenIds } from './taken-ids.ts'
import { withDesk } from './with-desk.ts'

export type AddOptions = CommonOptions & EntryOptions & { readonly yes: boolean; readonly dryRun: boolean }

type Adding = { readonly options: AddOptions; readonly io: Io; readonly loaded: LoadedConfig; readonly text: string }

/** `kaynak sources add`: finds a site's feed, shows what it would bring, and writes its entry into feeds.json. */
export async function add(address: string, options: AddOptions, io: Io): Promise<Exit> {
  const loaded = await loadConfig(options.config, io)
  const adding = { options, io, loaded, text: await readFile(resolve(io.cwd(), options.config), 'utf8') }
  const url = httpUrl(/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]+:\d+(\/|$)/.test(address) ? address : `https://${address}`)
  if (url === undefined) throw new KaynakError('USAGE', `expected the address of a site or feed, got ${JSON.stringify(address)}`)
  refuseKnown(url, loaded)
  const like = sourceOf(entryOf(options, { id: freeId(url, adding), name: url, url }), adding) // wrong options are said before anyone is asked
  const found = await withDesk(adding, async (desk) => {
    const finding = await findFeeds(like, desk)
    return finding.kind === 'none' ? finding : await prepared(finding, { adding, desk, page: url })
  })
  if (found.kind === 'none') {
    io.stderr.write(`kaynak: ${url}: ${found.why}\n`)
    return EXIT.nothingRead
  }
  const { entry, previewed } = found
  if (!options.json && !options.quiet) for (const line of previewWords(previewed)) io.stdout.write(`${line}\n`)
  return await settle(entry, previewed, adding)
}

type Prepared = { readonly kind: 'prepared'; readonly entry: NewEntry; readonly previewed: Previewed }

async function prepared(
  { feeds, isPage }: { readonly feeds: readonly FoundFeed[]; readonly isPage: boolean },
  { adding, desk, page }: { readonly adding: Adding; readonly desk: Desk; readonly page: HttpUrl },
): Promise<Prepared> {
  const { options, loaded } = adding
  const fresh = feeds.find(({ url, trial }) => knownAs(trial.movedTo ?? url, loaded) === undefined) ?? feeds[0]
  if (fresh === undefined) throw new TypeError('a finding without feeds')
  const { document, movedTo } = fresh.trial
  const url = movedTo ?? fresh.url
  refuseKnown(url, loaded)
  const { feed, slips } = document
  const name = options.name ?? feed.title ?? new URL(url).hostname.replace(/^www\./, '')
  const sample = slips
    .map(({ title = '' }) => title)
    .join('\n')
    .slice(0, 1_000)
  const language =
    options.language ?? languageOf(sample, feed.language) ?? languageOf(sample, feed.language, await desk.detector())
  const homePage = feed.url !== undefined && feed.url !== url ? feed.url : isPage ? page : undefined
  const entry = entryOf(options, present({ id: freeId(url, adding, name), name, url, homePage, language }))
  const preview = await previewOf(document, sourceOf(entry, adding), desk)
  const others = feeds.filter((one) => one !== fresh)
  return { kind: 'prepared', entry, previewed: present({ feed: fresh, others, name, language, preview }) }
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

function freeId(url: HttpUrl, { loaded, options }: Adding, name = ''): string {
  return options.id ?? sourceIdFor(name, url, takenIds(loaded))
}

function knownAs(url: HttpUrl, { config }: LoadedConfig): string | undefined {
  const key = urlKey(url)
  return config.sources.find((source) => urlKey(source.url) === key)?.id
}

function refuseKnown(url: HttpUrl, loaded: LoadedConfig): void {
  const id = knownAs(url, loaded)
  if (id !== undefined) throw new KaynakError('USAGE', `${url}: is watched already, as ${id}`)
}
