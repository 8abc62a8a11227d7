import { type FeedPace, present } from '../model/index.ts'
import { child, childrenOf, childText, type XmlNode } from './xml-node.ts'

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const PERIOD_MS: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
}

/** What a channel asks of those who poll it (RSS 2.0 ttl, skipHours, skipDays; RSS 1.0 syndication); undefined when it asks nothing that can be kept. */
export function feedPace(channel: XmlNode): FeedPace | undefined {
  const ttl = Number(childText(channel, ['ttl']))
  const hours = childrenOf(child(channel, ['skiphours']) ?? channel, ['hour']).map((one) => Number(one.text) % 24)
  const days = childrenOf(child(channel, ['skipdays']) ?? channel, ['day']).map((one) =>
    DAYS.indexOf(one.text.trim().toLowerCase()),
  )
  const pace = present({
    ttlMinutes: ttl > 0 && ttl <= 100_000 ? Math.ceil(ttl) : undefined,
    skipHours: unlessEmpty(hours.filter((hour) => Number.isInteger(hour) && hour >= 0)),
    skipDays: unlessEmpty(days.filter((day) => day >= 0)),
    updateEveryMs: updatePeriod(channel),
  })
  return Object.keys(pace).length === 0 ? undefined : pace
}

function unlessEmpty(numbers: readonly number[]): readonly number[] | undefined {
  const each = [...new Set(numbers)].toSorted((a, b) => a - b)
  return each.length === 0 ? undefined : each
}

function updatePeriod(channel: XmlNode): number | undefined {
  const period = childText(channel, ['sy:updateperiod'])?.toLowerCase() ?? ''
  const length = Object.hasOwn(PERIOD_MS, period) ? PERIOD_MS[period] : undefined
  const times = Number(childText(channel, ['sy:updatefrequency']) ?? 1)
  return length === undefined || !(times >= 1 && times <= 10_000) ? undefined : Math.round(length / times)
}
