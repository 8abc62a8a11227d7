import type { PublishedEntry } from '../entry/published-entry.ts'
import { escapeText } from '../markup/escape.ts'
import type { PageWords } from '../words/page-words.ts'

const SHOWN = 12
const WIDTH = 280

/** Which outlets the stories come from, the most frequent first; the bar only repeats the number beside it. */
export function outletPlot(entries: readonly PublishedEntry[], words: PageWords): string {
  const counts = new Map<string, number>()
  for (const { outlet } of entries) counts.set(outlet, (counts.get(outlet) ?? 0) + 1)
  const ranked = [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1)).slice(0, SHOWN)
  const most = ranked[0]?.[1]
  if (most === undefined || ranked.length < 2) return ''
  const lines = ranked.map(([outlet, count]) => {
    const width = Math.round((count / most) * WIDTH)
    const x = words.direction === 'rtl' ? WIDTH - width : 0
    return `<li><span><bdi>${escapeText(outlet)}</bdi></span><span>${count}</span><svg viewBox="0 0 ${WIDTH} 6" preserveAspectRatio="none" aria-hidden="true"><rect x="${x}" width="${width}" height="6" rx="2"/></svg></li>`
  })
  return `<section class="panel"><h2>${escapeText(words.plot.perOutlet)}</h2><ol class="ranks">${lines.join('')}</ol></section>`
}
