import { hash } from 'node:crypto'

/**
 * A name of any length and content as 16 bytes for an index: half of its SHA-256, which nobody can bring to collide on
 * purpose. Half letters (lone surrogates) count, though UTF-8 has no place for them.
 */
export function nameHash(name: string): Uint8Array {
  return hash('sha256', name.isWellFormed() ? name : JSON.stringify(name), 'buffer').subarray(0, 16)
}
