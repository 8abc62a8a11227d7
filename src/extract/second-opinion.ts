import { createRequire } from 'node:module'

const MAX_CHARS = 600_000

/**
 * What Mozilla's Readability takes for the article, as HTML; undefined when it finds none, when it fails, and for more than 600,000
 * characters, since it is not linear. Loaded at the first call. Readability 0.6.0 on linkedom 0.18 throws on a few pages in a hundred
 * (mozilla/readability#435, #836), which costs nothing here.
 *
 * Both packages describe themselves with the browser's types, which this program must not see: so they are loaded without their
 * types and looked at as foreign values.
 */
export function secondOpinion(html: string): string | undefined {
  if (html === '' || html.length > MAX_CHARS) return undefined
  try {
    const require = createRequire(import.meta.url)
    const window = called(require('linkedom'), 'parseHTML', [html])
    const reader = constructed(require('@mozilla/readability'), 'Readability', [
      field(window, 'document'),
      { disableJSONLD: true },
    ])
    const content = field(called(reader, 'parse', []), 'content')
    return typeof content === 'string' ? content : undefined
  } catch (problem) {
    if (problem instanceof Error) return undefined
    throw problem
  }
}

function called(owner: unknown, name: string, values: readonly unknown[]): unknown {
  const method = field(owner, name)
  return typeof method === 'function' ? Reflect.apply(method, owner, values) : undefined
}

function constructed(owner: unknown, name: string, values: readonly unknown[]): unknown {
  const made = field(owner, name)
  return typeof made === 'function' ? Reflect.construct(made, values) : undefined
}

function field(owner: unknown, name: string): unknown {
  return typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined
}
