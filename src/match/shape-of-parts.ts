import { expected, type Of, type Problem, type Shape } from './shape.ts'

/** A list, of at least so many. */
export function list<T>(of: Shape<T>, min = 0): Shape<readonly T[]> {
  const wanted = min === 0 ? 'a list' : 'a list that is not empty'
  return {
    schema: { ...(min > 0 && { minItems: min }), type: 'array', items: of.schema },
    is: (value, problems): value is readonly T[] => {
      if (!Array.isArray(value) || value.length < min) return expected(wanted, value, problems)
      let isRight = true
      for (let at = 0; at < value.length; at += 1) {
        const known = problems.length
        if (!of.is(value[at], problems)) isRight = under(String(at), problems, known)
      }
      return isRight
    },
  }
}

/** Values of one shape by names of a pattern. */
export function dictionary<T>(name: Shape<string>, of: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    schema: { type: 'object', propertyNames: name.schema, additionalProperties: of.schema },
    is: (value, problems): value is Readonly<Record<string, T>> => {
      if (!isRecord(value)) return expected('names with their values', value, problems)
      let isRight = true
      for (const key of Object.keys(value)) {
        const known = problems.length
        const isNamed = name.is(key, problems)
        const isFilled = of.is(value[key], problems)
        if (!(isNamed && isFilled)) isRight = under(key, problems, known)
      }
      return isRight
    },
  }
}

type Shapes = Readonly<Record<string, Shape<unknown>>>
type Parts<Needed extends Shapes, Rest extends Shapes> = { readonly [Key in keyof Needed]: Of<Needed[Key]> } & {
  readonly [Key in keyof Rest]?: Of<Rest[Key]>
}

/** An object of these parts and, where given, those; any other key is wrong. */
export function parts<Needed extends Shapes, Rest extends Shapes>(needed: Needed, rest: Rest): Shape<Parts<Needed, Rest>> {
  const shapes = new Map(Object.entries<Shape<unknown>>({ ...needed, ...rest }))
  const asked = Object.keys(needed)
  const schemas = [...shapes].map(([key, { schema }]) => [key, schema])
  return {
    schema: { type: 'object', properties: Object.fromEntries(schemas), required: asked, additionalProperties: false },
    is: (value, problems): value is Parts<Needed, Rest> => {
      if (!isRecord(value)) return expected(`an object with ${asked.join(', ')}`, value, problems)
      let isRight = true
      const check = (key: string, shape: Shape<unknown>): void => {
        const known = problems.length
        if (!shape.is(value[key], problems)) isRight = under(key, problems, known)
      }
      for (const key of Object.keys(value)) {
        const shape = shapes.get(key)
        if (shape === undefined) {
          problems.push({ path: [], message: `no key "${key}" here; known: ${[...shapes.keys()].join(', ')}` })
          isRight = false
        } else if (value[key] !== undefined) check(key, shape)
      }
      for (const key of asked) if (value[key] === undefined) check(key, shapes.get(key) ?? NOTHING)
      return isRight
    },
  }
}

const NOTHING: Shape<undefined> = { schema: {}, is: (value): value is undefined => value === undefined }

/** An object of one of several shapes, told apart by its `kind`. */
export function variants<const Known extends Shapes>(known: Known): Shape<Of<Known[keyof Known]>> {
  const shapes = new Map(Object.entries<Shape<unknown>>(known))
  const wanted = `a kind of ${[...shapes.keys()].map((kind) => `"${kind}"`).join(' or ')}`
  return {
    schema: { oneOf: [...shapes.values()].map(({ schema }) => schema) },
    is: (value, problems): value is Of<Known[keyof Known]> => {
      const kind = isRecord(value) ? value['kind'] : undefined
      const shape = typeof kind === 'string' ? shapes.get(kind) : undefined
      return shape === undefined ? expected(wanted, kind ?? value, problems) : shape.is(value, problems)
    },
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Says of the problems added since that they stand under a key. */
function under(key: string, problems: Problem[], known: number): false {
  for (let at = known; at < problems.length; at += 1) {
    const { path, message } = problems[at] ?? { path: [], message: '' }
    problems[at] = { path: [key, ...path], message }
  }
  return false
}
