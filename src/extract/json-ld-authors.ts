import { type JsonLdNode, nodesOf, textsOf, typesOf } from './json-ld.ts'

/** The names that JSON-LD states as authors, as they stand: texts, objects, references to objects elsewhere on the page; no organisations. */
export function jsonLdAuthors(about: JsonLdNode | undefined, all: readonly JsonLdNode[]): readonly string[] {
  const stated = about?.['author'] ?? about?.['creator']
  const names = Array.isArray(stated) ? stated : [stated]
  return names.slice(0, 20).flatMap((author: unknown) => {
    if (typeof author === 'string') return [author]
    return nodesOf(author).flatMap((node) => {
      const full = 'name' in node || 'familyName' in node ? node : all.find((one) => one['@id'] === node['@id'] && 'name' in one)
      const isOrganisation = full !== undefined && typesOf(full).some((type) => /Organization$/.test(type))
      if (full === undefined || isOrganisation) return []
      return 'name' in full ? textsOf(full['name']) : [[...textsOf(full['givenName']), ...textsOf(full['familyName'])].join(' ')]
    })
  })
}
