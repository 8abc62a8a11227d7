import type { PageWords } from '../words/page-words.ts'

/** Names of languages, countries and days in a page's language; what no list knows is shown as it stands. */
export type Names = {
  readonly language: (tag: string | undefined) => string
  readonly country: (code: string) => string
  /** a day `YYYY-MM-DD` in full: "Tuesday, November 24, 2026" */
  readonly day: (day: string) => string
  /** in few letters: "Nov 24" */
  readonly shortDay: (day: string) => string
}

/** Makes the names for one page. The lists and calendars are made once; that is most of the work. */
export function names(words: PageWords): Names {
  const languages = new Intl.DisplayNames([words.language], { type: 'language', fallback: 'code' })
  const regions = new Intl.DisplayNames([words.language], { type: 'region', fallback: 'code' })
  const full = new Intl.DateTimeFormat(words.language, { dateStyle: 'full', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(words.language, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return {
    language: remembered((tag) => (tag === undefined ? words.unknownLanguage : nameOf(languages, tag))),
    country: remembered((code) => (code === 'INT' ? words.international : nameOf(regions, code))),
    day: (day) => full.format(new Date(`${day}T00:00:00Z`)),
    shortDay: (day) => short.format(new Date(`${day}T00:00:00Z`)),
  }
}

/** A page shows few names many times, and looking one up is slow. */
function remembered<K>(find: (key: K) => string): (key: K) => string {
  const known = new Map<K, string>()
  return (key) => {
    const name = known.get(key) ?? find(key)
    known.set(key, name)
    return name
  }
}

function nameOf(list: Intl.DisplayNames, code: string): string {
  try {
    return list.of(code) ?? code
  } catch (problem) {
    if (problem instanceof RangeError) return code // a tag that no standard knows
    throw problem
  }
}
