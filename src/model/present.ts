type Optional<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }
type Required<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] }

/** An object without its undefined keys: absent is absent, also under `exactOptionalPropertyTypes`. */
export type Present<T> = { [K in keyof (Required<T> & Optional<T>)]: (Required<T> & Optional<T>)[K] }

/** Leaves out the keys whose value is undefined; keeps the order of the others. An object that has none is its own answer. */
export function present<const T extends object>(value: T): Present<T>
export function present(value: object): object {
  for (const field of Object.values(value)) if (field === undefined) return withoutUndefined(value)
  return value
}

function withoutUndefined(value: object): object {
  const kept: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(value)) if (field !== undefined) kept[key] = field
  return kept
}
