import { agencyNamed } from '../text/index.ts'
import type { Notes } from './notes.ts'

/** Names that may stand for the agency, from strong to weak evidence. */
export type AgencyClaims = {
  /** by dateline, byline, brackets, closing credit; their evidence is noted already */
  readonly firm: readonly string[]
  /** whose copyright it is */
  readonly copyright: readonly string[]
  /** republished from whom */
  readonly source: string | undefined
  readonly publisher: string | undefined
}

/**
 * The agencies that a text comes from. Where neither text nor byline names one: the holder of the copyright, else the source or the
 * publisher where that is a wire service itself. `Agencies` only where the text names no one.
 */
export function settledAgencies({ firm, copyright, source, publisher }: AgencyClaims, notes: Notes): readonly string[] {
  if (firm.length > 0) return withoutNameless(firm)
  for (const name of copyright) notes.note('agency', name, { from: 'page', rule: 'copyright' })
  if (copyright.length > 0) return withoutNameless(copyright)
  for (const [name, rule] of [
    [source, 'source-is-agency'],
    [publisher, 'publisher-is-agency'],
  ] as const) {
    const agency = name === undefined ? undefined : agencyNamed(name)
    if (agency?.isWire !== true) continue
    notes.note('agency', agency.name, { from: rule === 'source-is-agency' ? 'feed' : 'url', rule })
    return [agency.name]
  }
  return []
}

/** Each name once; `Agencies` gives way to any name. */
export function withoutNameless(names: readonly string[]): readonly string[] {
  const all = [...new Set(names)]
  return all.length > 1 ? all.filter((name) => name !== 'Agencies') : all
}
