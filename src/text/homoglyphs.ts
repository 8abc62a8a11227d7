/** Letters of other alphabets that look like Latin ones, folded, pairwise. Only shapes that readers do mistake. */
const LOOKALIKES = [
  ['абвекмнорстухіјѕһԁԛԝӏ', 'abbekmhopctyxijshdqwl'],
  ['αβεζηικμνορτυχ', 'abezhikmnoptyx'],
] as const

const LATIN_WORD = /^[a-z0-9]+$/
const CYRILLIC_WORD = /^[\u0400-\u052f0-9]+$/

/** What a letter looks like: its Latin lookalike, or itself. Two spellings that a reader takes for one have one skeleton. */
export function skeletons(): ReadonlyMap<string, string> {
  const pairs = LOOKALIKES.flatMap(([from, to]) => [...from].map((letter, at) => [letter, to.charAt(at)] as const))
  return new Map(pairs.filter(([, to]) => to !== ''))
}

/**
 * A folded word that mixes alphabets, as the writer wants it read: in one alphabet, when lookalikes can explain the
 * mixture. Other words come back as they are, a hyphenless mixture such as a chemical name included.
 */
export function unmixed(word: string, lookalikes: ReadonlyMap<string, string>): string {
  const latin = replaced(word, lookalikes)
  if (LATIN_WORD.test(latin)) return latin
  const cyrillic = replaced(word, toCyrillic(lookalikes))
  return CYRILLIC_WORD.test(cyrillic) ? cyrillic : word
}

function replaced(word: string, letters: ReadonlyMap<string, string>): string {
  let out = ''
  for (const letter of word) out += letters.get(letter) ?? letter
  return out
}

function toCyrillic(lookalikes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const back = new Map<string, string>()
  for (const [letter, latin] of lookalikes) if (letter >= '\u0400' && !back.has(latin)) back.set(latin, letter)
  return back
}
