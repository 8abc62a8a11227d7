/** A JSON text as a value of unknown shape; undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // an error message, or nothing at all
  }
}

/** Whether a value is a plain object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object, or an empty one in place of anything else. */
export function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

/** The objects of a list; nothing else counts. */
export function records(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** A text, or an empty one in place of anything else. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A number, or 0 in place of anything else. */
export function amount(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
