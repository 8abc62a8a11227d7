/** What is wrong in foreign data: where, seen from the value that was checked, and what was expected and came. */
export type Problem = { readonly path: readonly string[]; readonly message: string }

/** The shape of a part of a topic file: tells the data that has it, and describes itself as a JSON Schema. */
export type Shape<T> = {
  readonly schema: Readonly<Record<string, unknown>>
  /** says no when it has added to `problems`, all that is wrong */
  readonly is: (value: unknown, problems: Problem[]) => value is T
}

/** What data of a shape is. */
export type Of<S> = S extends Shape<infer T> ? T : never

/** The same shape with more said of it: a description, a default. */
export function described<T>(shape: Shape<T>, more: Readonly<Record<string, unknown>>): Shape<T> {
  return { schema: { ...more, ...shape.schema }, is: shape.is }
}

/** Text of so many characters. */
export function text(min = 0, max = Number.POSITIVE_INFINITY): Shape<string> {
  const wanted = max < Number.POSITIVE_INFINITY ? `a text of ${min} to ${max} characters` : `a text${atLeast(min)}`
  return {
    schema: {
      type: 'string',
      ...(min > 0 && { minLength: min }),
      ...(max < Number.POSITIVE_INFINITY && { maxLength: max }),
    },
    is: (value, problems): value is string =>
      (typeof value === 'string' && value.length >= min && value.length <= max) || expected(wanted, value, problems),
  }
}

/** Text of a pattern, which `wanted` puts into words. */
export function pattern(of: RegExp, wanted: string): Shape<string> {
  return {
    schema: { type: 'string', pattern: of.source },
    is: (value, problems): value is string => (typeof value === 'string' && of.test(value)) || expected(wanted, value, problems),
  }
}

/** One of these words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Shape<Word> {
  const known: ReadonlySet<unknown> = new Set(words)
  return {
    schema: { type: 'string', ...(words.length === 1 ? { const: words[0] } : { enum: words }) },
    is: (value, problems): value is Word =>
      known.has(value) || expected(words.map((word) => `"${word}"`).join(' or '), value, problems),
  }
}

/** A number from `min` to `max`. */
export function number(min: number, max: number): Shape<number> {
  return {
    schema: { type: 'number', minimum: min, maximum: max },
    is: (value, problems): value is number =>
      (typeof value === 'number' && value >= min && value <= max) || expected(`a number from ${min} to ${max}`, value, problems),
  }
}

/** A number above zero, at most `max`. */
export function positive(max = Number.POSITIVE_INFINITY): Shape<number> {
  const isBounded = max < Number.POSITIVE_INFINITY
  const wanted = `a number above 0${isBounded ? ` and at most ${max}` : ''}`
  return {
    schema: { type: 'number', exclusiveMinimum: 0, ...(isBounded && { maximum: max }) },
    is: (value, problems): value is number =>
      (typeof value === 'number' && value > 0 && value <= max && Number.isFinite(value)) || expected(wanted, value, problems),
  }
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max = Number.MAX_SAFE_INTEGER): Shape<number> {
  const wanted = `a whole number ${max < Number.MAX_SAFE_INTEGER ? `from ${min} to ${max}` : `of at least ${min}`}`
  return {
    schema: { type: 'integer', minimum: min, maximum: max },
    is: (value, problems): value is number =>
      (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) || expected(wanted, value, problems),
  }
}

/** True or false. */
export function truth(): Shape<boolean> {
  return {
    schema: { type: 'boolean' },
    is: (value, problems): value is boolean => typeof value === 'boolean' || expected('true or false', value, problems),
  }
}

const LONGEST_SHOWN = 60

/** Adds what was expected and what came. */
export function expected(wanted: string, value: unknown, problems: Problem[]): false {
  const came = value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value)
  const shown = came.length > LONGEST_SHOWN ? `${came.slice(0, LONGEST_SHOWN)}…` : came
  problems.push({ path: [], message: `expected ${wanted}, got ${shown}` })
  return false
}

function atLeast(min: number): string {
  return min === 0 ? '' : min === 1 ? ' that is not empty' : ` of at least ${min} characters`
}
