import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { editSource, sourceEntry } from '../../config/index.ts'
import { KaynakError, type Log, type SourceId } from '../../model/index.ts'
import { trySource } from '../../pipeline/index.ts'
import type { Newsdesk, Office } from '../../serve/index.ts'
import type { Io } from '../io.ts'
import { type LoadedConfig, loadConfig } from '../load-config.ts'
import { localTime } from '../local-time.ts'
import { type CommonOptions, nowOf } from '../options.ts'
import { prospect } from '../sources/prospect.ts'
import { checked } from '../sources/trial-words.ts'
import { lendDesk } from '../sources/with-desk.ts'
import { addEntry, changeEntry } from './change-entry.ts'
import { decisionList, decisionOn, judgedBy } from './decision-list.ts'
import { fieldsOf, versionOf } from './entry-fields.ts'
import { foundWords } from './found-words.ts'
import { labelBook } from './label-book.ts'
import { type NewsroomBook, newsroomBook } from './newsroom-book.ts'
import { oneByOne } from './one-by-one.ts'

export type OfficeOptions = {
  readonly options: CommonOptions
  readonly io: Io
  readonly log: Log
  /** a pass, for one source or for all that are due, as soon as may be */
  readonly readNow: (id: SourceId | undefined) => void
}

/** So many of the last decisions on a source stand on its page. */
const LAST = 20

/** Does what the console is asked for: over feeds.json, the state and labels.jsonl, each read anew for every page. */
export function consoleOffice({ options, io, log, readNow }: OfficeOptions): Office {
  const inTurn = oneByOne() // two clicks are two changes, never one in another
  const book: NewsroomBook = newsroomBook(options, { io, log })
  const labels = labelBook(inTurn)
  const file = options.config
  const load = (): Promise<LoadedConfig> => loadConfig(file, io)

  function newsdesk({ config }: LoadedConfig): Newsdesk {
    return { title: config.title, timeZone: config.timeZone, now: nowOf(options), file: basename(file) }
  }

  return {
    desk: async () => newsdesk(await load()),
    async overview() {
      const loaded = await load()
      const good = new Set<string>(loaded.config.sources.map(({ id }) => id))
      const unshown = loaded.problems.filter(({ source }) => source === undefined || good.has(source)) // an id that stands twice
      return { ...newsdesk(loaded), problems: unshown.map(({ text }) => text), rows: await book.rows(loaded) }
    },
    async source(id) {
      const [loaded, text] = [await load(), await readFile(resolve(io.cwd(), file), 'utf8')]
      const entry = sourceEntry(text, id)
      const row = (await book.rows(loaded)).find((one) => one.id === id)
      if (row === undefined) return undefined
      if (entry === undefined) throw new KaynakError('CONFIG_INVALID', `${file}: ${whyUnnamed(text, id)}`)
      const decisions = await book.withStore((store) => decisionList(store, { show: 'all', source: id, limit: LAST }))
      const said = await labels.read(loaded.folder)
      const judged = decisions.map((decision) => judgedBy(decision, said))
      return { ...newsdesk(loaded), row, fields: fieldsOf(entry), version: versionOf(entry), decisions: judged }
    },
    async decisions(asked) {
      const loaded = await load()
      const [decisions, said] = [await book.withStore((store) => decisionList(store, asked)), await labels.read(loaded.folder)]
      const list = decisions.map((decision) => judgedBy(decision, said))
      return { ...newsdesk(loaded), list, sources: loaded.config.sources.map(({ id }) => id) }
    },
    async find(address, signal) {
      const [loaded, text] = [await load(), await readFile(resolve(io.cwd(), file), 'utf8')]
      const found = await prospect(address, { options: {}, io, loaded, text }, (work) =>
        lendDesk({ loaded, options, io, signal }, work),
      )
      return foundWords(found, localTime(io.env))
    },
    add: (id, fields) => inTurn(async () => addEntry({ id, fields }, { file, io, loaded: await load() })),
    edit: (id, fields, version) => inTurn(() => changeEntry({ id, version, what: { kind: 'fields', fields } }, { file, io })),
    setOn: (id, isOn, version) =>
      inTurn(() => changeEntry({ id, version, what: { kind: isOn ? 'enable' : 'disable' } }, { file, io })),
    remove: (id, version) => inTurn(() => changeEntry({ id, version, what: { kind: 'remove' } }, { file, io })),
    async check(id, signal) {
      const loaded = await load()
      const source = loaded.config.sources.find((one) => one.id === id)
      if (source === undefined) return undefined
      const trial = await lendDesk({ loaded, options, io, signal }, (desk) => trySource(source, desk))
      const { isRead, result, words } = checked(source, trial, { now: nowOf(options), time: localTime(io.env) })
      return { isRead, words: result === 'well' ? words : `${result.replaceAll('-', ' ')}; ${words}` }
    },
    readNow,
    async label({ source, entry, relevant }) {
      const decision = await book.withStore((store) => decisionOn(store, source, entry))
      if (decision === undefined) return false
      await labels.write((await load()).folder, { decision, relevant, at: nowOf(options) })
      return true
    },
  }
}

/** Why an entry cannot be told from the others, although its id stands in the list. */
function whyUnnamed(text: string, id: string): string {
  const edit = editSource(text, id, {})
  return edit.kind === 'problem' ? edit.words : `the entry ${id} changed this moment; look again`
}
