import { present } from '../model/index.ts'
import { entryUrl } from './entry-url.ts'
import type { Slip } from './reading.ts'
import { fingerprintOf, screenText } from './slip-text.ts'
import { type Around, CONTENTS, entryId, entryTitle, publishedDate, SUMMARIES, TITLES } from './stated-entry.ts'
import { htmlOf } from './text-construct.ts'
import type { XmlNode } from './xml-node.ts'

const BODIES: ReadonlySet<string> = new Set([...SUMMARIES, ...CONTENTS])
const TITLE_NAMES: ReadonlySet<string> = new Set(TITLES)
const NAMING: ReadonlySet<string> = new Set(
  'category atom:category dc:subject media:category itunes:category itunes:keywords media:keywords keywords link guid'.split(' '),
)
const NESTED: ReadonlySet<string> = new Set(['media:group', 'media:content'])

/** The slip of one entry's element: no more is read of it than naming, screening and comparing need. */
export function xmlSlip(node: XmlNode, around: Around): Slip {
  const base = node.base ?? around.base
  const title = entryTitle(node)
  const url = entryUrl(node, base)
  const bodies: string[] = []
  const naming: string[] = []
  collect(node, bodies, naming)
  return present({
    guid: entryId(node),
    url,
    title,
    published: publishedDate(node, around),
    fingerprint: fingerprintOf(title, bodies),
    text: screenText([title, ...bodies, ...naming, url]),
    cut: { kind: 'xml' as const, node },
  })
}

function collect(node: XmlNode, bodies: string[], naming: string[]): void {
  for (const one of node.children ?? []) {
    if (BODIES.has(one.name)) bodies.push(htmlOf(one))
    else if (TITLE_NAMES.has(one.name)) naming.push(htmlOf(one))
    else if (NAMING.has(one.name)) naming.push(one.text, ...named(one))
    else if (NESTED.has(one.name)) collect(one, bodies, naming)
  }
}

function named(one: XmlNode): readonly string[] {
  const { label, term, text } = one.attributes ?? {}
  return [label, term, text].filter((name) => name !== undefined)
}
