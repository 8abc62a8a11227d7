import type { HttpUrl, Rights } from '../model/index.ts'
import { present } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'
import { textsOf } from './json-ld.ts'
import type { PageHead } from './page-head.ts'

/** The answer headers that speak of rights, as they came. */
export type RightsHeaders = { readonly xRobotsTag?: string; readonly tdmReservation?: string; readonly link?: string }

const OUR_AGENT = 'kaynak'

/**
 * What may be done with a page's text, from its headers and its metadata; of several statements the strictest holds.
 * Robots rules are heard when they speak to all or to this program (X-Robots-Tag may name an agent before a colon); TDMRep
 * (W3C community group, 2024); a link to an RSL licence reserves, whatever its terms say of excerpts.
 */
export function articleRights(head: PageHead, headers: RightsHeaders = {}): Rights {
  const rules = [
    ...robotsRules(headers.xRobotsTag ?? ''),
    ...[...(head.meta.get('robots') ?? []), ...(head.meta.get(OUR_AGENT) ?? [])].flatMap(robotsRules),
  ]
  const limits = rules.map((rule) => /^max-snippet\s*:\s*(\d{1,9})$/.exec(rule)?.[1]).filter((limit) => limit !== undefined)
  const maxExcerptChars = limits.length === 0 ? undefined : Math.min(...limits.map(Number))
  const reservations = [headers.tdmReservation, ...(head.meta.get('tdm-reservation') ?? [])]
  return present({
    reserved:
      rslDocument(head, headers) !== undefined ||
      rules.includes('noai') ||
      reservations.some((value) => value?.split(',').some((one) => one.trim() === '1')),
    noExcerpt: rules.some((rule) => FORBIDS.test(rule)) || maxExcerptChars === 0,
    maxExcerptChars,
    licence: licenceUrl(head, headers.link ?? ''),
  })
}

/** The RSL document that a page names in its head or its headers, absent where it names none (RSL 1.0, December 2025). */
export function rslDocument(head: PageHead, headers: RightsHeaders): HttpUrl | undefined {
  const inHead = head.links.find((link) => link.rel.includes('license') && link.type === 'application/rsl+xml')
  if (inHead !== undefined) return inHead.href
  const linked = linkedLicences(headers.link ?? '').find(({ parameters }) =>
    /;\s*type\s*=\s*"?application\/rsl\+xml/i.test(parameters),
  )
  return linked === undefined ? undefined : httpUrl(linked.target, head.url)
}

/**
 * The licence that a page states for its article, as an address where it gives one, else as its words: `rel=license`, JSON-LD
 * `license`, Dublin Core. A copyright line is no licence.
 */
export function articleLicence(head: PageHead, stated: unknown, headers: RightsHeaders = {}): string | undefined {
  const url = licenceUrl(head, headers.link ?? '')
  if (url !== undefined) return url
  const texts = [
    ...textsOf(stated),
    ...['dcterms.license', 'dc.rights.license', 'license'].flatMap((name) => head.meta.get(name) ?? []),
  ]
  const text = texts.find((one) => one.length <= 300)
  return text === undefined ? undefined : (httpUrl(text) ?? text)
}

/** A page that expires must leave no excerpt behind: what is published here stays in the archive. */
const FORBIDS = /^(?:noarchive|nosnippet|unavailable_after\s*:.*)$/

/** `googlebot: nosnippet, otherbot: noarchive` speaks to others; a rule without a name after one goes on speaking to that one. */
function robotsRules(field: string): readonly string[] {
  const rules: string[] = []
  let heard = true
  for (const part of field.slice(0, 10_000).toLowerCase().split(',')) {
    const [, agent, rest] = /^\s*([a-z][\w.-]{0,60})\s*:(.*)$/s.exec(part) ?? []
    if (
      agent === undefined ||
      rest === undefined ||
      agent === 'max-snippet' ||
      agent.startsWith('max-') ||
      agent === 'unavailable_after'
    ) {
      if (heard) rules.push(part.trim())
    } else {
      heard = agent === OUR_AGENT
      if (heard) rules.push(rest.trim())
    }
  }
  return rules
}

function licenceUrl(head: PageHead, linkHeader: string): HttpUrl | undefined {
  const stated = head.links.filter((link) => link.rel.includes('license'))
  const plain = stated.find((link) => link.type !== 'application/rsl+xml')
  return plain?.href ?? linkedLicence(linkHeader, head.url) ?? stated[0]?.href
}

function linkedLicence(field: string, base: string): HttpUrl | undefined {
  const [first] = linkedLicences(field)
  return first === undefined ? undefined : httpUrl(first.target, base)
}

/** RFC 8288: `<https://…>; rel="license"`. */
function linkedLicences(field: string): readonly { readonly target: string; readonly parameters: string }[] {
  return field
    .slice(0, 10_000)
    .split(/,(?=\s*<)/)
    .flatMap((link) => {
      const [, target, parameters = ''] = /^\s*<([^>]*)>(.*)$/s.exec(link) ?? []
      return target !== undefined && /;\s*rel\s*=\s*"?[^";]*\blicense\b/i.test(parameters) ? [{ target, parameters }] : []
    })
}
