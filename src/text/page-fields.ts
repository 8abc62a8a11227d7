import { Parser } from 'htmlparser2'
import { jsonObjects } from './json-objects.ts'

/** What a page says of itself outside its text. */
export type PageFields = {
  /** contents by name, property or itemprop in lower case, in order, none empty */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** addresses by rel in lower case, as written */
  readonly links: ReadonlyMap<string, readonly string[]>
  readonly title?: string
  /** the objects in its JSON-LD, outer ones first */
  readonly jsonLd: readonly Readonly<Record<string, unknown>>[]
}

const MOST_FIELDS = 2_000
const MOST_SCRIPT = 1_000_000
/** htmlparser2 12.0 shifts its list of open elements: deep nesting takes it quadratic time. No page nests its head so deep. */
const MOST_OPEN = 1_000

/** Reads the meta, link and JSON-LD elements of a page's head, or of a whole page. Never throws; linear in the length. */
export function pageFields(html: string): PageFields {
  const meta = new Map<string, string[]>()
  const links = new Map<string, string[]>()
  const jsonLd: Readonly<Record<string, unknown>>[] = []
  let fields = 0
  let depth = 0
  let title: string | undefined
  let open: 'title' | 'script' | undefined
  let text: string[] = []
  const add = (to: Map<string, string[]>, name: string | undefined, value: string | undefined): void => {
    if (name === undefined || value === undefined || value.trim() === '' || fields >= MOST_FIELDS) return
    fields += 1
    const values = to.get(name.trim().toLowerCase())
    if (values === undefined) to.set(name.trim().toLowerCase(), [value.trim()])
    else values.push(value.trim())
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > MOST_OPEN) parser.pause()
      if (name === 'meta')
        add(meta, attributes['property'] ?? attributes['name'] ?? attributes['itemprop'], attributes['content'])
      else if (name === 'link' || name === 'a') {
        for (const rel of (attributes['rel'] ?? '').split(/\s+/, 8)) add(links, rel === '' ? undefined : rel, attributes['href'])
      } else if (name === 'title' && title === undefined) open = 'title'
      else if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) open = 'script'
    },
    ontext(data) {
      if (open !== undefined) text.push(data)
    },
    onclosetag(name) {
      depth -= 1
      if (name !== open) return
      const held = text.join('')
      if (open === 'title') title = held.replace(/\s+/g, ' ').trim()
      else if (held.length <= MOST_SCRIPT) jsonLd.push(...jsonObjects(held))
      open = undefined
      text = []
    },
  })
  parser.end(html)
  return { meta, links, jsonLd, ...(title === undefined || title === '' ? {} : { title }) }
}
