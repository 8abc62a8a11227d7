/** One object of a page's JSON-LD: foreign data, read field by field. */
export type JsonLdNode = Readonly<Record<string, unknown>>

const MAX_NODES = 3_000
const MAX_SCRIPT = 2_000_000

/**
 * The objects in a page's `application/ld+json` scripts, outer ones first, whatever holds them: lists, `@graph`, properties.
 * Broken scripts are mended where it is plain how (raw line breaks in strings, comment marks, a trailing comma or semicolon),
 * else skipped. Bounded to 3,000 objects; never throws.
 */
export function readJsonLd(scripts: readonly string[]): readonly JsonLdNode[] {
  const nodes: JsonLdNode[] = []
  for (const script of scripts) {
    if (script.length > MAX_SCRIPT) continue
    let level: readonly unknown[] = [parsed(script)]
    while (level.length > 0 && nodes.length < MAX_NODES) {
      const next: unknown[] = []
      for (const value of level) {
        if (Array.isArray(value)) for (const one of value.slice(0, MAX_NODES)) next.push(one)
        else if (isNode(value) && nodes.length < MAX_NODES) {
          nodes.push(value)
          for (const one of Object.values(value)) if (typeof one === 'object' && one !== null) next.push(one)
        }
      }
      level = next
    }
  }
  return nodes
}

/** The names in `@type`, without a vocabulary's address. */
export function typesOf(node: JsonLdNode): readonly string[] {
  return textsOf(node['@type']).map((type) => type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1))
}

/** A property's texts: a string, a number's digits, the `@value`, `name`, `url` or `@id` of an object, each of a list. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one: unknown) => (Array.isArray(one) ? [] : textsOf(one)))
  if (!isNode(value)) return []
  for (const key of ['@value', 'name', 'url', '@id']) {
    const text = value[key]
    if (typeof text === 'string' && text.trim() !== '') return [text.trim()]
  }
  return []
}

/** A property as a list of objects; texts and numbers are left out. */
export function nodesOf(value: unknown): readonly JsonLdNode[] {
  if (Array.isArray(value)) return value.slice(0, 100).filter(isNode)
  return isNode(value) ? [value] : []
}

function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(script: string): unknown {
  const bare = script.trim().replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
  const text = bare.replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|;)$/, '').trim()
  return json(text) ?? json(text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(?=\s?[}\]])/g, ''))
}

function json(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}
