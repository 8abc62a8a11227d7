import { nameHash } from '../store/index.ts'

/** Marks a name of which only its hash is known. */
const HASHED = 'hash:'

/** The hash of a name as the index of the store has it, in base64url. */
export function hashOf(name: string): string {
  return isHashed(name) ? name.slice(HASHED.length) : Buffer.from(nameHash(name)).toString('base64url')
}

/** A name in a form that leads to its item and tells nobody what it is. */
export function hashedName(name: string): string {
  return isHashed(name) ? name : `${HASHED}${hashOf(name)}`
}

export function isHashed(name: string): boolean {
  return name.startsWith(HASHED)
}
