const DAY_MS = 86_400_000

/**
 * How long an answer may be used again without asking. What a pass may replace at any time: five minutes for feeds, one for pages.
 * What belongs to a time that is over (a closed month, an old bulletin) changes only when something is withdrawn: a day.
 */
export function cacheControl(path: string, now: Date): string {
  if (isOver(path, now)) return 'public, max-age=86400'
  return /\.html?$/.test(path) ? 'public, max-age=60' : 'public, max-age=300'
}

/** Two days of grace: an archive is closed, and a bulletin finished, by the first pass after its time. */
function isOver(path: string, now: Date): boolean {
  const [, year, month, day] = /(?:^|\/)(\d{4})-(\d\d)(?:-(\d\d))?\.\w+$/.exec(path) ?? []
  if (year === undefined) return false
  const end =
    day === undefined ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year), Number(month) - 1, Number(day) + 1)
  return end + 2 * DAY_MS < now.getTime()
}
