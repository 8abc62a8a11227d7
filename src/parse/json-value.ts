/** A JSON object, as parsed: foreign data. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text, or a number as its digits; undefined for anything else, and for more than 2,000,000 characters cut there. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? cleanOf(value.length > MAX_TEXT ? value.slice(0, MAX_TEXT) : value) : undefined
}

/** A list as it is; what is none counts as empty. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The objects of a list. */
export function objects(value: unknown): readonly JsonObject[] {
  return list(value).filter(isJsonObject)
}

const MAX_TEXT = 1_000_000

function cleanOf(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
}
