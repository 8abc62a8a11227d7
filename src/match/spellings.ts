import { folder } from '../text/index.ts'
import { INFLECTIONS, type Inflection, NO_INFLECTION } from './inflection.ts'
import { SHORTEST_STEM, type TermWord } from './pattern.ts'
import { formsOf, isPlain, signsOf } from './read-term.ts'
import type { TermList } from './term-lists.ts'

/** One spelling of a term: with one choice for each of its brackets. */
export type Spelling = {
  readonly list: TermList
  /** the term as the topic file writes it */
  readonly term: string
  /** its letters without signs and brackets */
  readonly form: string
  readonly words: readonly TermWord[]
  readonly inflection: Inflection
}

/**
 * All spellings of a topic's terms, in the order of its file. There are thousands, and a text meets few of them: they are folded as one text,
 * and a spelling is cut out of it when it is asked for.
 */
export type Spellings = {
  /** a line each; a tab stands between the pieces that were parted by a space, a space between the words of a piece, `*` behind an open one */
  readonly folded: string
  /** by spelling: where its line begins; and behind the last one, where the next would */
  readonly starts: readonly number[]
  readonly at: (spelling: number) => Spelling
  /** so many of them, from the first on, are terms of groups */
  readonly terms: number
}

/** A list with its spellings: `spelled` where they are more than its terms, or others. */
type Spelled = { readonly list: TermList; readonly first: number; readonly spelled?: readonly SpelledTerm[] }
type SpelledTerm = { readonly term: string; readonly form: string; readonly exact: boolean; readonly place: number }

/** Reads the brackets of all terms and folds them, each once; `problems` says what is wrong with them, with the path. */
export function spellingsOf(lists: readonly TermList[]): {
  readonly spellings: Spellings
  readonly problems: readonly string[]
} {
  const { all, lines, problems } = spelledLists(lists)
  const joined = lines.join(LINE)
  const written = joined.replaceAll(' ', PIECE)
  const folded = folder(KEPT).fold(STRAY_STAR.test(written) ? written.replaceAll(EVERY_STRAY_STAR, ' ') : written)
  const starts = startsOf(folded)
  const terms = all.find(({ list }) => list.meaning.kind !== 'term')?.first ?? starts.length - 1
  const spellings = { folded, starts, at, terms }
  if (joined.includes(PIECE) || starts.length !== countOf(all) + 1) problems.push(...brokenTerms(lists))
  else if (EMPTY.test(folded) || SHORT_STEM.test(folded)) problems.push(...problemsOf(spellings, all))
  return { spellings, problems }

  function at(spelling: number): Spelling {
    const { list, first, spelled } = spelledAt(spelling)
    const place = spelling - first
    const plain = list.terms[place] ?? ''
    const { term, form, exact } = spelled?.[place] ?? { term: plain, form: plain, exact: false }
    const inflection = exact ? NO_INFLECTION : (INFLECTIONS[list.language] ?? NO_INFLECTION)
    const line = folded.slice(starts[spelling] ?? 0, (starts[spelling + 1] ?? 0) - 1)
    return { list, term, form, words: wordsOf(line, inflection), inflection }
  }

  /** The last list that begins here or before. */
  function spelledAt(spelling: number): Spelled {
    let [low, high] = [0, all.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((all[middle]?.first ?? 0) <= spelling) low = middle
      else high = middle - 1
    }
    return all[low] ?? NOWHERE
  }
}

const [LINE, PIECE, KEPT] = ['\n', '\t', '\n\t*']
const NOWHERE: Spelled = {
  list: { path: '', language: '*', terms: [], meaning: { kind: 'context', name: '' } },
  first: 0,
}
/** Within a word it parts, as other signs do. */
const STRAY_STAR = /\*(?![\t\n]|$)/
const EVERY_STRAY_STAR = /\*(?![\t\n]|$)/g
const EMPTY = /(?:^|[\n\t]) *(?:[\n\t*]|$)/
const SHORT_STEM = /(?:^|[\n\t ])[^\n\t *]{0,2} *\*/

function spelledLists(lists: readonly TermList[]): {
  readonly all: readonly Spelled[]
  readonly lines: readonly string[]
  readonly problems: string[]
} {
  const all: Spelled[] = []
  const lines: string[] = []
  const problems: string[] = []
  let first = 0
  for (const list of lists) {
    const joined = list.terms.join(LINE)
    if (isPlain(joined)) {
      all.push({ list, first })
      lines.push(joined)
      first += list.terms.length
      continue
    }
    const spelled: SpelledTerm[] = []
    let place = 0
    for (const term of list.terms) {
      const forms = isPlain(term) ? [term] : formsOf(term)
      if (typeof forms === 'string') problems.push(`${list.path}.${place}: ${forms}`)
      else {
        const { exact } = signsOf(term)
        for (const form of forms) if (form !== '') spelled.push({ term, form, exact, place })
      }
      place += 1
    }
    if (spelled.length > 0) {
      all.push({ list, first, spelled })
      lines.push(spelled.map(({ form }) => form).join(LINE))
      first += spelled.length
    }
  }
  return { all, lines, problems }
}

function countOf(all: readonly Spelled[]): number {
  const last = all.at(-1)
  return last === undefined ? 0 : last.first + (last.spelled ?? last.list.terms).length
}

function brokenTerms(lists: readonly TermList[]): readonly string[] {
  return lists.flatMap(({ path, terms }) =>
    terms.flatMap((term, place) =>
      /[\n\t]/.test(term) ? [`${path}.${place}: expected words with a space between them, got ${JSON.stringify(term)}`] : [],
    ),
  )
}

function startsOf(folded: string): readonly number[] {
  const starts = [0]
  for (let at = folded.indexOf(LINE); at >= 0; at = folded.indexOf(LINE, at + 1)) starts.push(at + 1)
  starts.push(folded.length + 1)
  return starts
}

function wordsOf(line: string, { inflects }: Inflection): readonly TermWord[] {
  const pieces = line.split(PIECE)
  const words: TermWord[] = []
  let left = pieces.length
  for (const piece of pieces) {
    left -= 1
    const isOpen = piece.endsWith('*')
    const end = isOpen ? 'open' : inflects === 'every' || (inflects === 'last' && left === 0) ? 'inflected' : 'exact'
    const letters = (isOpen ? piece.slice(0, -1) : piece).trim()
    if (!letters.includes(' ')) {
      words.push({ letters, end })
      continue
    }
    const parts = letters.split(' ') // of a name with a hyphen, of signs: only the last of them ends as the term says
    for (const [part, word] of parts.entries()) words.push({ letters: word, end: part < parts.length - 1 ? 'exact' : end })
  }
  return words
}

function problemsOf({ at }: Spellings, all: readonly Spelled[]): readonly string[] {
  const problems: string[] = []
  for (const { list, first, spelled } of all) {
    for (let place = 0; place < (spelled ?? list.terms).length; place += 1) {
      const { form, words } = at(first + place)
      const wrong = words.find(({ letters, end }) => letters === '' || (end === 'open' && letters.length < SHORTEST_STEM))
      if (wrong === undefined) continue
      const why =
        wrong.letters === ''
          ? 'nothing is left, when it is folded, of a word in'
          : `the stem "${wrong.letters}" is too short to take endings in`
      problems.push(`${list.path}.${spelled?.[place]?.place ?? place}: ${why} "${form}"`)
    }
  }
  return problems
}
