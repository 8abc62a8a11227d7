type Json = Readonly<Record<string, unknown>>

const MOST = 2_000

/**
 * The objects in a JSON text (a page's JSON-LD), outer ones before those inside them, lists and `@graph` opened; at most 2,000. Raw line
 * breaks and comment marks around it are forgiven; empty for what is no JSON. Never throws.
 */
export function jsonObjects(text: string): readonly Json[] {
  const found: Json[] = []
  let level: readonly unknown[] = [parsed(text)]
  while (level.length > 0 && found.length < MOST) {
    const next: unknown[] = []
    for (const value of level) {
      if (Array.isArray(value)) for (const one of value) next.push(one)
      else if (isObject(value) && found.length < MOST) {
        found.push(value)
        for (const one of Object.values(value)) if (typeof one === 'object') next.push(one)
      }
    }
    level = next.slice(0, 4 * MOST)
  }
  return found
}

function parsed(text: string): unknown {
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g,
    '',
  )
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch (problem) {
      if (!(problem instanceof SyntaxError)) throw problem // broken JSON is foreign data; the next attempt mends what can be
    }
  }
  return undefined
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
