/** Calendar and figures that the press of a language prints, where they are not the locale's own in ICU. */
const AS_PRINTED: ReadonlyMap<string, string> = new Map([['ps', 'ps-u-ca-gregory']])

/**
 * A day as the press of a language prints it, in UTC: "September 20, 2016", "20 Eylül 2016", "20 سبتمبر 2016", "۳۰ شهریور ۱۳۹۵".
 * ISO 8601 (`2016-09-20`) where the language is not known: a wrong language would be worse. Never the machine's own locale.
 */
export function creditDate(moment: Date, language: string | undefined): string {
  return creditDates()(moment, language)
}

/** `creditDate` for many dates: a language's calendar is made once, on first need, and that is nearly all of the work. */
export function creditDates(): (moment: Date, language: string | undefined) => string {
  const calendars = new Map<string | undefined, Intl.DateTimeFormat | undefined>()
  return (moment, language) => {
    if (Number.isNaN(moment.getTime())) return ''
    const calendar = calendars.has(language) ? calendars.get(language) : calendarOf(language)
    calendars.set(language, calendar)
    return calendar === undefined ? moment.toISOString().slice(0, 10) : calendar.format(moment)
  }
}

function calendarOf(language: string | undefined): Intl.DateTimeFormat | undefined {
  const locale = printedLocale(language)
  return locale === undefined ? undefined : new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' })
}

function printedLocale(language: string | undefined): string | undefined {
  const asked = AS_PRINTED.get(language ?? '') ?? language
  if (asked === undefined || !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(asked)) return undefined
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([asked])[0]
  } catch (problem) {
    if (problem instanceof RangeError) return undefined // looks like a tag and is none
    throw problem
  }
}
