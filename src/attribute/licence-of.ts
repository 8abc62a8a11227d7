const CREATIVE_COMMONS = /https?:\/\/creativecommons\.org\/[\w./-]{4,80}|\bCC[ -]?(?:BY|0)(?:-(?:NC|ND|SA))*(?:[ -]\d\.\d)?\b/iu

/**
 * The licence to tell of a text: an address or a name. The agency comes first: what it wrote is not the site's to license, so beside a
 * wire service other than the publisher itself nothing is said. Rights in prose count only where they name a Creative Commons licence.
 */
export function licenceOf(of: {
  readonly stated: readonly (string | undefined)[]
  readonly rights: readonly (string | undefined)[]
  readonly isAgencyText: boolean
}): string | undefined {
  if (of.isAgencyText) return undefined
  const stated = of.stated.find((licence) => licence !== undefined && licence.trim() !== '')
  if (stated !== undefined) return stated.trim().slice(0, 300)
  for (const rights of of.rights) {
    const named = CREATIVE_COMMONS.exec((rights ?? '').slice(0, 500))?.[0]
    if (named !== undefined) return named
  }
  return undefined
}
