import { decodeHTMLStrict } from 'entities'

/**
 * XML text with its references resolved once: numeric ones (0x80 to 0x9f as windows-1252, which is what they are meant as), the five
 * of XML, those of HTML although no DTD declares them, and `entities`. An unknown or unfinished reference stays as it stands.
 */
export function decodeReferences(raw: string, entities: ReadonlyMap<string, string>): string {
  if (!raw.includes('&')) return raw
  return decodeHTMLStrict(entities.size === 0 ? raw : expanded(raw, entities))
}

/** Declared entities replaced by their (harmless, flat) values; at most 100,000 characters are added to a text. */
function expanded(raw: string, entities: ReadonlyMap<string, string>): string {
  let room = 100_000
  return raw.replace(/&([A-Za-z_][\w.-]{0,60});/g, (whole, name: string) => {
    const value = entities.get(name)
    if (value === undefined || value.length > room) return whole
    room -= value.length
    return value
  })
}
