import type { Fetch, HttpUrl } from '../model/index.ts'
import { coversPath } from './path-pattern.ts'

/** Whether a site's own file reserves text and data mining for an address. */
export type ReservationFiles = (url: HttpUrl) => Promise<boolean>

type Rule = { readonly location: string; readonly reserved: boolean }

/** No site needs more rules than this to speak for itself. */
const MAX_RULES = 1_000

/**
 * Reads `/.well-known/tdmrep.json` (TDMRep, W3C community group report of 2024-05-10, section 6.1), once for each origin. A site
 * without the file, or whose file cannot be read, reserves nothing by it.
 * @param addressOf makes an address out of an origin and a path
 */
export function reservationFiles(
  fetch: Fetch,
  addressOf: (path: string, origin: string) => HttpUrl | undefined,
): ReservationFiles {
  const known = new Map<string, Promise<readonly Rule[]>>()

  async function rulesOf(origin: string): Promise<readonly Rule[]> {
    const url = addressOf('/.well-known/tdmrep.json', origin)
    if (url === undefined) return []
    const answer = await fetch({ url, purpose: 'discovery' })
    return answer.kind === 'ok' ? rulesIn(new TextDecoder().decode(answer.bytes)) : []
  }

  return async (url) => {
    const { origin, pathname } = new URL(url)
    const rules = known.get(origin) ?? rulesOf(origin)
    known.set(origin, rules)
    return (await rules).find((rule) => coversPath(rule.location, pathname))?.reserved === true
  }
}

function rulesIn(text: string): readonly Rule[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return [] // a page that says "not found" with status 200, for instance
  }
  if (!Array.isArray(value)) return []
  return value.slice(0, MAX_RULES).flatMap((rule: unknown) => ruleOf(rule) ?? [])
}

function ruleOf(value: unknown): Rule | undefined {
  if (typeof value !== 'object' || value === null || !('location' in value) || typeof value.location !== 'string')
    return undefined
  return {
    location: value.location,
    reserved: 'tdm-reservation' in value && (value['tdm-reservation'] === 1 || value['tdm-reservation'] === '1'),
  }
}
