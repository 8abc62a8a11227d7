import { isText, jsonValue } from './shape.ts'

/** Key, fingerprint, key, fingerprint, …: a list, since a stranger's key may be `__proto__`. Damaged means: nothing is known. */
export function seenOf(json: string): ReadonlyMap<string, string> {
  const seen = new Map<string, string>()
  const flat = jsonValue(json)
  if (!Array.isArray(flat) || !flat.every(isText)) return seen
  for (let at = 0; at + 1 < flat.length; at += 2) seen.set(flat[at] ?? '', flat[at + 1] ?? '')
  return seen
}

/** The text that `seenOf` reads. */
export function seenJson(seen: ReadonlyMap<string, string>): string {
  return JSON.stringify([...seen].flat())
}
