const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** The hashes of all runs of `length` words, in order; of the words there are, where there are fewer. 32 bits each. */
export function runsOf(words: readonly string[], length: number): Uint32Array {
  const hashes = words.map(wordHash)
  const count = words.length === 0 ? 0 : Math.max(1, words.length - length + 1)
  const runs = new Uint32Array(count)
  for (let at = 0; at < count; at += 1) {
    let hash = FNV_OFFSET
    for (const word of hashes.slice(at, at + length)) hash = mixed(Math.imul(hash ^ word, FNV_PRIME))
    runs[at] = hash
  }
  return runs
}

/** FNV-1a over the UTF-16 units of a word. */
function wordHash(word: string): number {
  let hash = FNV_OFFSET
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME)
  return mixed(hash)
}

/** The finaliser of MurmurHash3: FNV alone leaves the low bits of short words too alike to rank by. */
function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
