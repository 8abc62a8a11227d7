import { Parser } from 'htmlparser2'

/** An element of a small XML document, without the tree around it. */
export type XmlField = {
  /** as written, in lower case: `media:credit`, `dc:creator` */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** its own text and that of what stands inside it, entities decoded, trimmed */
  readonly text: string
  /** names of the elements around it, outermost first */
  readonly path: readonly string[]
}

const MOST_FIELDS = 5_000
const MOST_DEPTH = 64
/** htmlparser2 12.0 shifts its list of open elements: deep nesting takes it quadratic time. What lies so deep is an attack. */
const MOST_SURPLUS = 1_000

/**
 * The elements of one feed item in document order of their ends, whatever is wrong with the XML around them. Bounded to 5,000 elements
 * and 64 levels; never throws.
 */
export function xmlFields(xml: string): readonly XmlField[] {
  const fields: XmlField[] = []
  const open: { readonly name: string; readonly attributes: Record<string, string>; readonly text: string[] }[] = []
  let surplus = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length < MOST_DEPTH) open.push({ name: name.toLowerCase(), attributes, text: [] })
        else surplus += 1
        if (surplus > MOST_SURPLUS) parser.pause()
      },
      ontext(data) {
        open.at(-1)?.text.push(data)
      },
      onclosetag() {
        if (surplus > 0) {
          surplus -= 1
          return
        }
        const closed = open.pop()
        if (closed === undefined || fields.length >= MOST_FIELDS) return
        const text = closed.text.join('').trim()
        if (text !== '') open.at(-1)?.text.push(` ${text} `)
        fields.push({ name: closed.name, attributes: closed.attributes, text, path: open.map((element) => element.name) })
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return fields
}
