/** Words a moment as a person reads it, to the minute, in the zone that `TZ` names or that of the machine: `2026-11-20 14:05 GMT+2`. */
export function localTime(env: Readonly<Record<string, string | undefined>>): (moment: Date) => string {
  const format = formatFor(env['TZ'])
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]))
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} ${part('timeZoneName')}`
  }
}

function formatFor(zone: string | undefined): Intl.DateTimeFormat {
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, ...(zone === undefined || zone === '' ? {} : { timeZone: zone }) })
  } catch {
    return new Intl.DateTimeFormat('en-GB', options) // TZ may be a rule such as EET-2, which Node has taken as its own already
  }
}
