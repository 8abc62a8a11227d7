import { type Freshness, present } from '../model/index.ts'
import { httpDate } from './http-date.ts'

const SECOND = 1_000
const YEAR = 365 * 86_400 * SECOND

/** The response fields that say how long a response stays fresh. */
export type FreshnessFields = {
  readonly 'cache-control'?: string | undefined
  readonly expires?: string | undefined
  readonly date?: string | undefined
  readonly age?: string | undefined
}

/**
 * Reads how long a response stays fresh (RFC 9111 4.2.1): `maxAgeMs` from `max-age` less `Age`, 0 for no-cache and no-store;
 * `expires` where there is no max-age, moved by the difference between the server's clock and ours. Both lie at most a year ahead;
 * what is unreadable or already past is left out.
 */
export function freshness(fields: FreshnessFields, now: Date): Freshness {
  const directives = (fields['cache-control'] ?? '').toLowerCase().split(',', 64)
  const words = directives.map((directive) => directive.trim())
  if (words.some((word) => word === 'no-store' || word === 'no-cache')) return { maxAgeMs: 0 }
  const maxAge = seconds(words.find((word) => word.startsWith('max-age='))?.slice('max-age='.length))
  if (maxAge !== undefined) return { maxAgeMs: Math.min(Math.max(maxAge - (seconds(fields.age) ?? 0), 0) * SECOND, YEAR) }
  return present({ expires: expiry(fields, now) })
}

function seconds(value: string | undefined): number | undefined {
  const digits = /^"?(\d{1,20})"?$/.exec(value?.trim() ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function expiry(fields: FreshnessFields, now: Date): Date | undefined {
  const expires = httpDate(fields.expires)
  if (expires === undefined) return undefined
  const lifetime = expires.getTime() - (httpDate(fields.date) ?? now).getTime()
  return lifetime <= 0 ? undefined : new Date(now.getTime() + Math.min(lifetime, YEAR))
}
