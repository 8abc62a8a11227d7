import type { PublishedEntry } from '../entry/published-entry.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { PageWords } from '../words/page-words.ts'
import { dayOf } from './day.ts'
import type { Names } from './names.ts'

const DAYS_SHOWN = 31
const WIDTH = 280
const HEIGHT = 84
const DAY_MS = 86_400_000

/** How many stories each of the last days had, as bars, with the same numbers in a table for those who cannot see them. */
export function dayPlot(entries: readonly PublishedEntry[], words: PageWords, named: Names): string {
  const days = countsByDay(entries)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || days.length < 2) return ''
  const most = days.reduce((best, one) => (one.count > best.count ? one : best))
  const total = days.reduce((sum, one) => sum + one.count, 0)
  const day = named.day(most.day)
  const summary = words.plot.summary(words.stories(total), days.length, words.stories(most.count), day)
  return `<section class="panel"><h2>${escapeText(words.plot.perDay)}</h2>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeAttribute(summary)}">${bars(days, most.count, { words, named })}<path class="base" d="M0 ${HEIGHT - 0.5}H${WIDTH}"/></svg>
<p class="ends" aria-hidden="true"><span>${escapeText(named.shortDay(first.day))}</span><span>${escapeText(named.shortDay(last.day))}</span></p>
<details><summary>${escapeText(words.plot.table)}</summary><table><thead><tr><th scope="col">${escapeText(words.plot.day)}</th><th scope="col">${escapeText(words.plot.count)}</th></tr></thead><tbody>${rows(days, named)}</tbody></table></details>
</section>`
}

type DayCount = { readonly day: string; readonly count: number }

/** Every day from the first to the last, also those without a story; the last 31 at most. */
function countsByDay(entries: readonly PublishedEntry[]): readonly DayCount[] {
  const counts = new Map<string, number>()
  for (const { story } of entries) counts.set(dayOf(story), (counts.get(dayOf(story)) ?? 0) + 1)
  const known = [...counts.keys()].sort()
  const [oldest, newest] = [known[0], known.at(-1)]
  if (oldest === undefined || newest === undefined) return []
  const end = Date.parse(newest)
  const days: DayCount[] = []
  for (let at = Math.max(Date.parse(oldest), end - (DAYS_SHOWN - 1) * DAY_MS); at <= end; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    days.push({ day, count: counts.get(day) ?? 0 })
  }
  return days
}

/** Time runs the way the page is read: from the right in Arabic. */
function bars(
  days: readonly DayCount[],
  most: number,
  { words, named }: { readonly words: PageWords; readonly named: Names },
): string {
  const step = WIDTH / days.length
  const width = Math.min(step * 0.78, 26)
  return days
    .map(({ day, count }, at) => {
      const height = count === 0 ? 0 : Math.max(2, (count / most) * (HEIGHT - 6))
      const start = step * at + (step - width) / 2
      const x = words.direction === 'rtl' ? WIDTH - start - width : start
      const title = `${named.shortDay(day)}: ${words.stories(count)}`
      return `<rect x="${round(x)}" y="${round(HEIGHT - height)}" width="${round(width)}" height="${round(height)}" rx="1.5"><title>${escapeText(title)}</title></rect>`
    })
    .join('')
}

function rows(days: readonly DayCount[], named: Names): string {
  return days
    .toReversed()
    .map(({ day, count }) => `<tr><th scope="row">${escapeText(named.day(day))}</th><td>${count}</td></tr>`)
    .join('')
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}
