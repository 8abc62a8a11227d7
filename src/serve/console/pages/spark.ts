import { type Html, html } from '../html.ts'

const WIDTH = 136
const HEIGHT = 26

/** How many a day, as small bars, oldest first; said in words for those who cannot see them. */
export function spark(days: readonly number[]): Html {
  const total = days.reduce((sum, one) => sum + one, 0)
  const most = Math.max(...days, 1)
  const step = WIDTH / Math.max(days.length, 1)
  const words = `${total} kept in ${days.length} days, ${days.at(-1) ?? 0} of them today`
  const bars = days.map((count, at) => {
    if (count === 0) return ''
    const height = Math.max(2, Math.round((count / most) * (HEIGHT - 2)))
    return html`<rect x="${(step * at).toFixed(1)}" y="${HEIGHT - height}" width="${(step * 0.75).toFixed(1)}" height="${height}"/>`
  })
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words}">${bars}<path d="M0 ${HEIGHT - 0.5}H${WIDTH}"/></svg><span class="count">${total}</span>`
}
