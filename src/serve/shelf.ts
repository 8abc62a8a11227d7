import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../model/index.ts'
import type { Dress } from './dress.ts'
import { isAbsent } from './file-trouble.ts'
import { markOf } from './open-inside.ts'
import { type Representation, represent } from './representation.ts'
import { type LargeVersion, readVersion, type Version } from './version.ts'

/** A file as it is held: one version, and what it was made into so far. */
export type Held = {
  readonly version: Version
  readonly made: Map<string, Representation>
  readonly making: Map<string, Promise<Representation>>
  bytes: number
  checkedMs: number
}

export type ShelfOptions = {
  /** absolute */
  readonly folder: string
  readonly clock: Clock
  /** what all versions and their codings may take together */
  readonly mostBytes: number
  /** a file that was looked at so short a time ago is not looked at again */
  readonly freshMs: number
}

/** The files of a folder, each read and packed once a version. */
export type Shelf = {
  /** What is ready at once: a file looked at a moment ago, in this dress. */
  readonly ready: (path: string, dress: Dress) => Representation | undefined
  /** The present version in this dress; a large file as it is described; undefined when there is none. */
  readonly get: (path: string, dress: Dress) => Promise<Representation | LargeVersion | undefined>
  readonly heldBytes: () => number
}

/** An empty shelf. The least used files leave it first; what is under way for a path is never done twice at once. */
export function createShelf({ folder, clock, mostBytes, freshMs }: ShelfOptions): Shelf {
  const held = new Map<string, Held>() // least used first
  const looking = new Map<string, Promise<Held | LargeVersion | undefined>>()
  let total = 0

  function drop(path: string): void {
    total -= held.get(path)?.bytes ?? 0
    held.delete(path)
  }

  function count(one: Held, bytes: number): void {
    if (held.get(one.version.path) !== one) return
    one.bytes += bytes
    total += bytes
    for (const path of held.keys()) {
      if (total <= mostBytes || path === one.version.path) break
      drop(path)
    }
  }

  async function look(path: string): Promise<Held | LargeVersion | undefined> {
    const known = held.get(path)
    if (known !== undefined && (await markAt(join(folder, path))) === known.version.mark) {
      known.checkedMs = performance.now()
      return known
    }
    drop(path)
    const version = await readVersion(folder, path, clock.now())
    if (version === undefined || !('bytes' in version)) return version
    const one: Held = { version, made: new Map(), making: new Map(), bytes: 0, checkedMs: performance.now() }
    held.set(path, one)
    count(one, version.bytes.length)
    return one
  }

  async function make(one: Held, dress: Dress): Promise<Representation> {
    const representation = await represent(one.version, dress)
    one.made.set(dress.key, representation)
    if (representation.body !== one.version.bytes) count(one, representation.body.length)
    return representation
  }

  return {
    ready(path, dress) {
      const one = held.get(path)
      return one === undefined || performance.now() - one.checkedMs > freshMs ? undefined : one.made.get(dress.key)
    },
    async get(path, dress) {
      const one = await once(looking, path, () => look(path))
      if (one === undefined || !('made' in one)) return one
      if (held.get(path) === one) {
        held.delete(path)
        held.set(path, one) // used last
      }
      return one.made.get(dress.key) ?? (await once(one.making, dress.key, () => make(one, dress)))
    },
    heldBytes: () => total,
  }
}

/** The work that is under way for a key, or begins now. */
function once<T>(underWay: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const known = underWay.get(key)
  if (known !== undefined) return known
  const promise = work().finally(() => underWay.delete(key))
  underWay.set(key, promise)
  return promise
}

async function markAt(file: string): Promise<string | undefined> {
  try {
    return markOf(await stat(file, { bigint: true }))
  } catch (problem) {
    if (isAbsent(problem)) return undefined
    throw problem
  }
}
