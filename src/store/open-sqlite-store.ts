import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Clock, KaynakError, type Log, type Store } from '../model/index.ts'
import { fileSigns, suspicionFile } from './file-signs.ts'
import { makerOf, migrate } from './migrate.ts'
import { textIn } from './row.ts'
import { setAside } from './set-aside.ts'
import { sqliteStore } from './sqlite-store.ts'
import { isDamage, stateTrouble } from './state-trouble.ts'

/** How long to wait for another process that writes, before giving up. */
const BUSY_MS = 5_000

/** Something that whoever opened the state should know: that it begins empty, and why. */
export type StateNotice = {
  /** `created`: there was none. `set-aside`: there was one, it was damaged, and lies under a new name now. */
  readonly kind: 'created' | 'set-aside'
  /** one line for a person */
  readonly message: string
}

export type OpenedStore = { readonly store: Store; readonly notices: readonly StateNotice[] }

/**
 * Opens the state in a SQLite file, making it and its folder where absent and bringing an older one up to date.
 * `:memory:` lives as long as the store. A damaged file is set aside and an empty one begun: `notices` say so.
 * @throws KaynakError STATE_UNUSABLE for a directory, a newer version's file or another program's; STATE_WRITE when nothing can be written
 */
export async function openSqliteStore(
  file: string,
  options: { readonly clock?: Clock; readonly log?: Log } = {},
): Promise<OpenedStore> {
  const path = file === ':memory:' ? file : resolve(file)
  const log = options.log ?? (() => undefined)
  const notices: StateNotice[] = []
  try {
    if (path !== ':memory:') makeFolder(dirname(path))
    const opened = openSound(path)
    if (opened.kind === 'open')
      return { store: sqliteStore(opened.db, { file: path, log }), notices: opened.isNew ? [created(path)] : [] }
    const aside = setAside(path, options.clock?.now() ?? new Date())
    log('warn', 'store.set-aside', { file: path, aside, reason: opened.reason })
    notices.push({
      kind: 'set-aside',
      message: `${path}: was damaged (${opened.reason}); it lies in ${aside} now, and an empty one was begun`,
    })
    const again = openSound(path)
    if (again.kind === 'open') return { store: sqliteStore(again.db, { file: path, log }), notices }
    throw new KaynakError(
      'STATE_UNUSABLE',
      `${path}: was set aside as ${aside}, but the new one is damaged too (${again.reason})`,
    )
  } catch (problem) {
    throw stateTrouble(problem, path)
  }
}

function created(file: string): StateNotice {
  return { kind: 'created', message: `${file}: begun` }
}

/** Step by step, since mkdir's own `recursive` never returns where the system answers ENOENT below a folder that is there (Node 24, /proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (problem) {
    if (existsSync(folder)) return // another process was faster
    const reason = problem instanceof Error ? problem.message : String(problem)
    throw new KaynakError('STATE_WRITE', `${folder}: the folder of the state cannot be made: ${reason}`, { cause: problem })
  }
}

type Opened =
  | { readonly kind: 'open'; readonly db: DatabaseSync; readonly isNew: boolean }
  | { readonly kind: 'damaged'; readonly reason: string }

function openSound(path: string): Opened {
  const signs = path === ':memory:' ? ({ kind: 'new' } as const) : fileSigns(path)
  if (signs.kind === 'other') throw new KaynakError('STATE_UNUSABLE', `${path}: expected a file for the state, got ${signs.got}`)
  if (signs.kind === 'damaged') return signs
  const db = new DatabaseSync(path, {
    timeout: BUSY_MS,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
  })
  try {
    const maker = makerOf(db)
    refuseStrangers(maker, path)
    if (signs.kind === 'doubtful') readThrough(db, path)
    prepare(db)
    return { kind: 'open', db, isNew: maker.kind === 'nobody' }
  } catch (problem) {
    db.close()
    if (isDamage(problem) || problem instanceof Damage)
      return { kind: 'damaged', reason: problem instanceof Error ? problem.message : 'unreadable' }
    throw problem
  }
}

function refuseStrangers(maker: ReturnType<typeof makerOf>, path: string): void {
  if (maker.kind === 'later')
    throw new KaynakError(
      'STATE_UNUSABLE',
      `${path}: was written by a later version of kaynak (schema ${maker.version}): update kaynak or name another file with --state`,
    )
  if (maker.kind === 'other')
    throw new KaynakError('STATE_UNUSABLE', `${path}: is the database of another program: name another file with --state`)
}

/** What SQLite itself finds wrong. */
class Damage extends Error {}

function readThrough(db: DatabaseSync, path: string): void {
  const found = textIn(db.prepare('PRAGMA quick_check(1)').get(), 'quick_check')
  if (found !== 'ok') throw new Damage(found?.split('\n').join(' ') ?? 'the check gave no answer')
  if (path !== ':memory:') rmSync(suspicionFile(path), { force: true })
}

/** WAL with NORMAL: a power cut may cost the last commits, never the file; what they held is fetched again with its validators. */
function prepare(db: DatabaseSync): void {
  db.exec(
    'PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16000000; PRAGMA cache_size = -8000',
  )
  migrate(db)
}
