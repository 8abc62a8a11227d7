/** Whether a value is a plain JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field as text: a string as it is, a number as its digits, anything else as absent. */
export function textField(input: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = input[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

/** A field as a list of texts; a single text counts as a list of one. */
export function textList(input: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = input[name]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'string') : []
}

/** The id of a line, to be handed back as it came. */
export function idOf(input: Readonly<Record<string, unknown>>): { readonly id?: unknown } {
  return 'id' in input ? { id: input['id'] } : {}
}
