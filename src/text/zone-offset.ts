/**
 * Minutes east of Greenwich of a zone, at a moment given as if it were UTC wall time: `+03:00`, `-0500`, or an IANA name such as
 * `Europe/Istanbul` (data of the runtime, never the machine's own zone). Undefined for what names no zone.
 */
export function zoneOffset(zone: string, wallMs: number): number | undefined {
  const fixed = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (fixed !== null) return fixedMinutes(fixed)
  if (!/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+){1,2}$|^UTC$/.test(zone)) return undefined
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
    const first = offsetAt(format, wallMs)
    return offsetAt(format, wallMs - first * 60_000)
  } catch {
    return undefined // a RangeError is its way of saying that there is no such zone
  }
}

/** Sign, hours, minutes; more than 14 hours is no zone on earth. */
export function fixedMinutes(parts: readonly (string | undefined)[]): number | undefined {
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0)
  if (minutes > 14 * 60 || Number(parts[3] ?? 0) > 59) return undefined
  return parts[1] === '-' ? -minutes : minutes
}

function offsetAt(format: Intl.DateTimeFormat, ms: number): number {
  const part = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const at = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0
  const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
  return Math.round((wall - ms) / 60_000)
}
