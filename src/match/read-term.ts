/** Characters of a term in a topic file. */
export const SHORTEST_TERM = 2
export const LONGEST_TERM = 160

const MOST_FORMS = 96
const SIGN = /[=!()[\]]|^ | {2}| $/m
const SPACES = / +/g
/** `=` and `!` */
const SIGNS: ReadonlySet<number> = new Set([0x3d, 0x21])
const BRACKET = /[()[\]]/
const PIECES = /\([^()[\]]*\)|\[[^()[\]]*\]|[^()[\]]+|[()[\]]/g

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
  if (!BRACKET.test(bare)) return [bare]
  let forms: readonly string[] = ['']
  for (const piece of bare.match(PIECES) ?? []) {
    const opens = piece.charAt(0)
    if (piece.length === 1 && BRACKET.test(piece)) return `bracket without its pair in "${bare}"`
    if (opens !== '(' && opens !== '[') forms = forms.map((form) => form + piece)
    else {
      const choices = piece.slice(opens === '(' ? 0 : 1, -1).split('|')
      if (opens === '(') choices.splice(0, 1, '', choices[0]?.slice(1) ?? '')
      forms = forms.flatMap((form) => choices.map((choice) => form + choice))
    }
    if (forms.length > MOST_FORMS) return `more than ${MOST_FORMS} spellings in "${bare}"`
  }
  return forms.map(withoutSpaces)
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
