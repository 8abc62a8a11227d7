import { INFLECTIONS, type Inflection } from './inflection.ts'

/** One word of a term: its stem, and what may follow the stem within the word. */
export type WordPattern = {
  readonly stem: string
  /** whether the word may end at the stem */
  readonly bare: boolean
  /** what else may follow; undefined: nothing may */
  readonly endings?: RegExp
  /** whether particles may be written onto its front */
  readonly proclitics: boolean
}

/** Characters of a term in a topic file. */
export const SHORTEST_TERM = 2
export const LONGEST_TERM = 160

const ANY_ENDING = /^.{1,12}$/u
const MOST_FORMS = 96
const NO_INFLECTION: Inflection = { inflects: 'none', proclitics: false }

/** One spelling of a term: its words, and the letters that must stand in the text just so. */
export type Spelling = { readonly words: readonly WordPattern[]; readonly written?: string }

/** Reads a term of a topic file; a string says what is wrong with it. */
export type Speller = (term: string, language: string) => readonly Spelling[] | string

/**
 * A reader of the terms of one topic file; it folds each word once.
 * `(x|y)` is optional, `[x|y]` is one of; `*` ends a stem that takes any ending; in front `=`: without the language's
 * endings and prefixes, `!`: with these capitals and marks.
 */
export function speller(fold: (text: string) => string): Speller {
  const known = new Map<string, readonly string[]>()
  const wordsOf = (piece: string): readonly string[] => {
    const words = known.get(piece) ?? fold(piece).split(' ')
    known.set(piece, words)
    return words
  }
  return (term, language) => {
    if (term.length < SHORTEST_TERM || term.length > LONGEST_TERM)
      return `expected ${SHORTEST_TERM} to ${LONGEST_TERM} characters, got ${term.length}`
    const { bare, exact, written } = signsOf(term)
    const forms = expanded(bare)
    if (typeof forms === 'string') return forms
    const inflection = exact ? NO_INFLECTION : (INFLECTIONS[language] ?? NO_INFLECTION)
    const spellings: Spelling[] = []
    for (const form of forms) {
      const words = phrase(form, inflection, wordsOf)
      if (typeof words === 'string') return words
      spellings.push(written ? { words, written: form.replaceAll('*', '').normalize('NFC') } : { words })
    }
    return spellings
  }
}

function signsOf(term: string): { readonly bare: string; readonly exact: boolean; readonly written: boolean } {
  let at = 0
  while (term[at] === '=' || term[at] === '!') at += 1
  const signs = term.slice(0, at)
  return { bare: term.slice(at), exact: signs.includes('='), written: signs.includes('!') }
}

/** Every way to read the brackets; they do not nest. */
function expanded(term: string): readonly string[] | string {
  if (!/[()[\]]/.test(term)) return [term]
  let forms: readonly string[] = ['']
  for (const piece of term.match(/\([^()[\]]*\)|\[[^()[\]]*\]|[^()[\]]+|[()[\]]/g) ?? []) {
    if (/^[()[\]]$/.test(piece)) return `bracket without its pair in "${term}"`
    const choices = /^[([]/.test(piece) ? piece.slice(1, -1).split('|') : [piece]
    const all = piece.startsWith('(') ? ['', ...choices] : choices
    forms = forms.flatMap((form) => all.map((choice) => form + choice))
    if (forms.length > MOST_FORMS) return `more than ${MOST_FORMS} spellings in "${term}"`
  }
  return forms
}

function phrase(
  form: string,
  inflection: Inflection,
  wordsOf: (piece: string) => readonly string[],
): readonly WordPattern[] | string {
  const pieces = form.split(' ').filter((piece) => piece !== '')
  const words: WordPattern[] = []
  let left = pieces.length
  for (const piece of pieces) {
    left -= 1
    const open = piece.endsWith('*')
    const ends = inflection.inflects === 'every' || (inflection.inflects === 'last' && left === 0)
    const folded = wordsOf(open ? piece.slice(0, -1) : piece)
    let parts = folded.length
    for (const stem of folded) {
      parts -= 1
      if (stem === '') return `nothing is left of "${form}" when it is folded`
      const word = parts > 0 || !(open || ends) ? exactWord(stem) : open ? openWord(stem) : inflected(stem, inflection)
      if (word.endings !== undefined && word.stem.length < 3)
        return `the stem "${word.stem}" is too short to take endings in "${form}"`
      words.push(words.length === 0 ? { ...word, proclitics: inflection.proclitics } : word)
    }
  }
  return words
}

function exactWord(stem: string): WordPattern {
  return { stem, bare: true, proclitics: false }
}

function openWord(stem: string): WordPattern {
  return { stem, bare: true, endings: ANY_ENDING, proclitics: false }
}

/** Short words keep to their dictionary form: with endings off, too little of them would be left. */
function inflected(word: string, { changes, endings }: Inflection): WordPattern {
  if (endings === undefined || word.length < 3) return exactWord(word)
  const stem = changes === undefined ? word : word.replace(changes, '')
  if (stem === word) return { stem, bare: true, endings, proclitics: false }
  return stem.length < 3 ? exactWord(word) : { stem, bare: false, endings, proclitics: false }
}
