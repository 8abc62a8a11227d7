/** Characters of a term in a topic file. */
export const SHORTEST_TERM = 2
export const LONGEST_TERM = 160

const MOST_FORMS = 96
const SIGN = /[=!()[\]]|^ | {2}| $/m
const SPACES = / +/g
const OPTIONAL = 0x28
/** `()` and `[]` */
const PAIRS: ReadonlyMap<number, number> = new Map([
  [OPTIONAL, 0x29],
  [0x5b, 0x5d],
])
const BRACKETS: ReadonlySet<number> = new Set([...PAIRS].flat())
/** `=` and `!` */
const SIGNS: ReadonlySet<number> = new Set([0x3d, 0x21])

/** Whether terms are spelled as they stand here, a line each: without signs and brackets. */
export function isPlain(terms: string): boolean {
  return !SIGN.test(terms)
}

/** The signs in front of a term: `=` without the language's endings and particles, `!` with these capitals and marks. */
export function signsOf(term: string): { readonly exact: boolean; readonly written: boolean } {
  const signs = term.slice(0, lengthOfSigns(term))
  return { exact: signs.includes('='), written: signs.includes('!') }
}

/** A term without its signs in every way to read its brackets, which do not nest: `(x|y)` is optional, `[x|y]` one of. A string says what is wrong. */
export function formsOf(term: string): readonly string[] | string {
  const bare = withoutSpaces(term.slice(lengthOfSigns(term)))
  const forms = spelledFrom(bare, 0)
  if (typeof forms === 'string') return `${forms} in "${bare}"`
  return forms.length === 1 ? forms : forms.map(withoutSpaces)
}

/** The ways to read a term from a place on; the choices of its first bracket change last. */
function spelledFrom(term: string, from: number): readonly string[] | string {
  const open = indexOfBracket(term, from)
  if (open < 0) return [term.slice(from)]
  const close = indexOfBracket(term, open + 1)
  if (close < 0 || PAIRS.get(term.charCodeAt(open)) !== term.charCodeAt(close)) return 'bracket without its pair'
  const rest = spelledFrom(term, close + 1)
  if (typeof rest === 'string') return rest
  const choices = term.slice(open + 1, close).split('|')
  if (term.charCodeAt(open) === OPTIONAL) choices.unshift('')
  if (choices.length * rest.length > MOST_FORMS) return `more than ${MOST_FORMS} spellings`
  const before = term.slice(from, open)
  const forms: string[] = []
  for (const choice of choices) for (const end of rest) forms.push(before + choice + end)
  return forms
}

function indexOfBracket(term: string, from: number): number {
  for (let at = from; at < term.length; at += 1) if (BRACKETS.has(term.charCodeAt(at))) return at
  return -1
}

function lengthOfSigns(term: string): number {
  let at = 0
  while (SIGNS.has(term.charCodeAt(at))) at += 1
  return at
}

/** One space between words, none at the ends. */
function withoutSpaces(form: string): string {
  return form.includes('  ') || form.startsWith(' ') || form.endsWith(' ') ? form.replace(SPACES, ' ').trim() : form
}
