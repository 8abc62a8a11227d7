import { isSourceId } from '../../model/index.ts'
import { siteOf } from '../../text/index.ts'

const LONGEST = 64

/**
 * An id for a new source: made of its name's Latin letters and digits, of its host's where the name has too few; numbered when it is
 * taken. What comes is always an id and never taken.
 */
export function sourceIdFor(name: string, url: string, taken: ReadonlySet<string>): string {
  const { hostname } = new URL(url)
  const named = [slug(name), slug(siteOf(url) ?? hostname), 'source'].find((one) => one.length > 2 && isSourceId(one)) ?? 'source'
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`
    const id = `${named.slice(0, LONGEST - ending.length)}${ending}`
    if (!taken.has(id)) return id
  }
}

/** Cut at a word, without the marks of letters: `Özgür Gündem` is `ozgur-gundem`. */
function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (plain.length <= LONGEST - 4) return plain
  const cut = plain.slice(0, LONGEST - 4)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20))
}
