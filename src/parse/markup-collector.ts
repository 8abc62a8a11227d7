import { decodeReferences } from './decode-references.ts'
import type { RawAttribute } from './xml-events.ts'

const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'cite'])

/** What a collector needs to know of the construct whose inner markup it writes. */
export type MarkupSettings = {
  /** raw name of the construct: its end tag ends the markup */
  readonly construct: string
  /** Atom's XHTML: escaped text stays escaped. Otherwise text is decoded once and is HTML itself, as in RSS. */
  readonly literal: boolean
  readonly base: string | undefined
  readonly entities: ReadonlyMap<string, string>
}

/**
 * Writes the inner markup of a text construct as HTML, in the order of the source, prefixes dropped, addresses made absolute where an
 * inner xml:base says so. Keeps no stack, so that no nesting can be too deep for it.
 */
export class MarkupCollector {
  readonly literal: boolean
  private readonly settings: MarkupSettings
  private readonly bases: { readonly depth: number; readonly base: string }[] = []
  private depth = 0
  private same = 0

  constructor(settings: MarkupSettings) {
    this.settings = settings
    this.literal = settings.literal
  }

  open(rawName: string, attributes: readonly RawAttribute[], closed: boolean): string {
    const name = bareName(rawName)
    const isVoid = VOID.has(name)
    const own = attributes.find(([key]) => key === 'xml:base')?.[1]
    const outer = this.bases.at(-1)?.base
    const base = own === undefined ? outer : (URL.parse(own.trim(), outer ?? this.settings.base)?.href ?? outer)
    if (!closed && !isVoid) {
      this.depth += 1
      if (rawName === this.settings.construct) this.same += 1
      if (own !== undefined && base !== undefined && this.bases.length < 256) this.bases.push({ depth: this.depth, base })
    }
    const tag = `<${name}${attributes.map((attribute) => written(attribute, base)).join('')}>`
    return closed && !isVoid ? `${tag}</${name}>` : tag
  }

  /** Whether an end tag is the construct's own. */
  isEnd(rawName: string): boolean {
    return rawName === this.settings.construct && this.same === 0
  }

  close(rawName: string): string {
    const name = bareName(rawName)
    if (VOID.has(name)) return ''
    if (rawName === this.settings.construct) this.same -= 1
    if (this.bases.at(-1)?.depth === this.depth) this.bases.pop()
    this.depth -= 1
    return `</${name}>`
  }

  text(raw: string, verbatim: boolean): string {
    if (this.literal && !verbatim && this.settings.entities.size === 0) return raw
    const text = verbatim ? raw : decodeReferences(raw, this.settings.entities)
    return this.literal ? asHtml(text) : text
  }
}

/** Text as HTML shows it. */
export function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function written([raw, value]: RawAttribute, base: string | undefined): string {
  if (raw.startsWith('xmlns') || raw === 'xml:base') return ''
  const key = raw === 'xml:lang' ? 'lang' : raw.toLowerCase()
  const resolved = base !== undefined && ADDRESSES.has(key) ? (URL.parse(value.trim(), base)?.href ?? value) : value
  return ` ${key}="${resolved.replaceAll('"', '&quot;')}"`
}

function bareName(raw: string): string {
  return raw.slice(raw.indexOf(':') + 1).toLowerCase()
}
