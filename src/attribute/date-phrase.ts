import { foldDate, monthOf } from '../text/index.ts'

const WEEKDAYS: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
  pazartesi sali carsamba persembe cuma cumartesi pazar lundi mardi mercredi jeudi vendredi samedi dimanche
  montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miercoles jueves viernes sabado domingo
  lunedi martedi mercoledi giovedi venerdi sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  poniedzialek wtorek sroda czwartek piatek sobota niedziela понедельник вторник среда четверг пятница суббота воскресенье
  الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه شنبه يكشنبه`.split(/\s+/),
)

/** Words that stand beside a date without being part of the news: "Published", "Last updated at". */
const BESIDE =
  /^(?:published|updated|last|posted|on|at|gmt|utc|am|pm|est|edt|bst|ist|yayinlanma|guncelleme|tarihi|نشر|في|بتاريخ|تحديث|опубликовано|обновлено|stand|de|of|the|year)$/

const DAY = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|ê|e)?$/u
const YEAR = /^(?:19|20)\d\d$/
const NUMERIC = /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$|^(?:\d{4}年)?\d{1,2}月\d{1,2}日$/u
const CLOCK = /^\d{1,2}[:.]\d{2}$|^\d{4}$/

/** "of the year", "AD", where a language says so after the figure. */
const ERA = /^(?:م|ه|هـ|г|р)$/u

type Part = 'day' | 'month' | 'year' | 'numeric' | 'weekday' | 'era' | 'beside' | 'other'

/** Whether a text is a date and nothing else, a month or a whole numeric date at least: "Nov 2", "20 сен", "September 20, 2016". */
export function isDatePhrase(text: string): boolean {
  const parts = text
    .split(/[\s,،]+/u)
    .filter((word) => word !== '')
    .map(partOf)
  if (parts.length === 0 || parts.length > 6 || parts.includes('other') || parts.includes('beside')) return false
  return parts.includes('numeric') || (parts.includes('month') && (parts.includes('day') || parts.includes('year')))
}

/** How much of the beginning of a text is a date with what stands beside it, in UTF-16 units; 0 when it opens with none. */
export function leadingDate(text: string): number {
  let end = 0
  const seen = new Set<Part>()
  for (const match of text.slice(0, 120).matchAll(/[^\s,()]+[\s,()]*/gu)) {
    const part = partOf(match[0].trim().replace(/[,()]+$/, ''))
    if (part === 'other' || match.index !== end) break
    seen.add(part)
    end = match.index + match[0].length
  }
  return seen.has('numeric') || (seen.has('month') && (seen.has('day') || seen.has('year'))) ? end : 0
}

function partOf(word: string): Part {
  const bare = foldDate(word.replace(/[.,:]+$/u, ''))
  if (YEAR.test(bare)) return 'year'
  if (DAY.test(bare)) return 'day'
  if (NUMERIC.test(word)) return 'numeric'
  if (CLOCK.test(word)) return 'beside'
  if (WEEKDAYS.has(bare)) return 'weekday'
  if (ERA.test(bare)) return 'era'
  if (bare.length >= 3 && monthOf(bare) !== undefined) return 'month'
  return BESIDE.test(bare) ? 'beside' : 'other'
}
