/**
 * A long soak of the daemon's machinery: `node bench/soak.ts [DAYS] [HOURS BETWEEN PASSES]`, a quarter every half hour by default.
 * Prints a line a week (heap after a collection) and what has to add up; exits 1 when it does not.
 */
import { soak } from '../tests/helpers/soak.ts'

const [days = 91, hours = 0.5] = process.argv.slice(2).map(Number)
const began = performance.now()
const { site, readings, heap, overlaps, reports, kept, items } = await soak({ days, everyMs: hours * 3_600_000 })
const seconds = (performance.now() - began) / 1_000
const { user, system } = process.cpuUsage()
const requests = Object.values(site.feeds).reduce((sum, one) => sum + one, 0)
console.log(
  `${days} days, ${reports} passes, ${requests} requests, ${items} items in ${seconds.toFixed(0)} s (CPU ${((user + system) / 1e6).toFixed(0)} s)`,
)
for (let day = 0; day < heap.length; day += 7) console.log(`  day ${day + 1}: ${((heap[day] ?? 0) / 1e6).toFixed(1)} MB`)
const sums = [
  ['passes at once', overlaps, 0],
  ['readings and requests', readings.read + readings.unchanged + readings.failed, requests],
  ['items and what was offered', kept.size, site.offered.size],
] as const
for (const [what, got, due] of sums) console.log(`${got === due ? 'good' : 'WRONG'}: ${what} (${got} of ${due})`)
process.exitCode = sums.every(([, got, due]) => got === due) ? 0 : 1
