/** `Sun, 06 Nov 1994`, `Sunday, 06-Nov-94` or `Sun Nov  6`: V8 reads nearly anything as a date, `-5` included. */
const SHAPE =
  /^[A-Z][a-z]{2,8}(?:, \d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4}| [A-Z][a-z]{2} [ \d]\d) \d{2}:\d{2}:\d{2}(?: \d{4})?(?: GMT| UTC| [+-]\d{4})?$/

/**
 * Reads an HTTP-date in any of its three forms (RFC 9110 5.6.7); a numeric zone, which some servers write, is understood too.
 * Undefined for anything else.
 */
export function httpDate(field: string | undefined): Date | undefined {
  const value = field?.trim() ?? ''
  if (value.length > 40 || !SHAPE.test(value)) return undefined
  const at = Date.parse(/(?:GMT|UTC|[+-]\d{4})$/.test(value) ? value : `${value} GMT`) // asctime-date carries no zone
  return Number.isNaN(at) ? undefined : new Date(at)
}
