import { entryUrl } from './entry-url.ts'
import { type Fields, fieldsOf, firstText } from './fields.ts'
import type { Slip } from './reading.ts'
import { slipText } from './slip-text.ts'
import { type Around, entryId, entryTitle, firstDate } from './stated-entry.ts'
import { htmlOf } from './text-construct.ts'
import type { XmlNode } from './xml-node.ts'

/** The slip of one entry's element: no more is read of it than naming, screening and comparing need. Every entry of every document comes by here. */
export function xmlSlip(node: XmlNode, around: Around): Slip {
  const fields = fieldsOf(node)
  const title = entryTitle(fields)
  const guid = entryId(node, fields)
  const url = entryUrl(node, fields, node.base ?? around.base)
  const language = firstText(fields.language) ?? node.language
  const published = firstDate(fields.published, language === undefined ? around : { ...around, language })
  const { fingerprint, text } = slipText(title, bodiesOf(fields), namingOf(fields, url))
  const slip: Unsealed = { fingerprint, text, cut: { kind: 'xml', node } }
  if (guid !== undefined) slip.guid = guid
  if (url !== undefined) slip.url = url
  if (title !== undefined) slip.title = title
  if (published !== undefined) slip.published = published
  return slip
}

type Unsealed = { -readonly [Key in keyof Slip]: Slip[Key] }

function bodiesOf({ summary, content, media }: Fields): readonly string[] {
  const bodies: string[] = []
  for (const one of summary ?? []) bodies.push(htmlOf(one))
  for (const one of content ?? []) bodies.push(htmlOf(one))
  if (media !== undefined) for (const one of media) bodies.push(...inside(one, MEDIA_TEXTS))
  return bodies
}

/** All titles, since the topic may be named in one that is not shown; categories in every spelling. */
function namingOf({ title, category, keywords }: Fields, url: string | undefined): readonly string[] {
  const naming: string[] = url === undefined ? [] : [url]
  if (title !== undefined && title.length > 1) for (const one of title) naming.push(htmlOf(one))
  for (const one of category ?? []) {
    naming.push(one.text)
    if (one.attributes !== undefined) naming.push(...Object.values(one.attributes))
    for (const inner of one.children ?? []) naming.push(...Object.values(inner.attributes ?? {}))
  }
  for (const one of keywords ?? []) naming.push(one.text)
  return naming
}

const MEDIA_TEXTS: ReadonlySet<string> = new Set(['media:title', 'media:description', 'media:text'])

function inside(node: XmlNode, names: ReadonlySet<string>): readonly string[] {
  return (node.children ?? []).flatMap((one) =>
    names.has(one.name) ? [htmlOf(one)] : one.name === 'media:content' ? inside(one, names) : [],
  )
}
