import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'

const HEADER_BYTES = 100
/** Reading so much through takes a few milliseconds: smaller files are always checked. */
const ALWAYS_CHECKED_BYTES = 8_000_000

/**
 * What can be told of a state file before it is opened.
 * `new`: absent or empty. `doubtful`: to be read through before it is trusted. `other`: nothing that could hold a database.
 */
export type FileSigns =
  | { readonly kind: 'new' | 'sound' | 'doubtful' }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'other'; readonly got: string }

/** Where a process that met damage says so, that the next one reads the file through. */
export function suspicionFile(file: string): string {
  return `${file}.suspect`
}

/** Looks at a file's kind, its first bytes and its length (sqlite.org/fileformat.html 1.3). @throws Error of the file system */
export function fileSigns(file: string): FileSigns {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return { kind: 'new' }
  if (stat.isDirectory()) return { kind: 'other', got: 'a directory' }
  if (!stat.isFile()) return { kind: 'other', got: 'a device, pipe or socket' }
  if (stat.size === 0) return { kind: 'new' }
  const header = firstBytes(file)
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    return { kind: 'damaged', reason: 'it does not begin like a SQLite database' }
  const isShort = stat.size < header.readUInt32BE(28) * pageBytes(header)
  return { kind: isShort || stat.size <= ALWAYS_CHECKED_BYTES || existsSync(suspicionFile(file)) ? 'doubtful' : 'sound' }
}

function firstBytes(file: string): Buffer {
  const handle = openSync(file, 'r')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    return header.subarray(0, readSync(handle, header, 0, HEADER_BYTES, 0))
  } finally {
    closeSync(handle)
  }
}

function pageBytes(header: Buffer): number {
  const stated = header.readUInt16BE(16)
  return stated === 1 ? 65_536 : stated
}
