import type { HttpUrl } from '../model/index.ts'
import { urlFrom } from './entry-url.ts'
import { plainLine } from './plain-line.ts'
import { htmlOf } from './text-construct.ts'
import { childrenOf, childText, type XmlNode } from './xml-node.ts'

/** A person or body as stated. */
export type StatedPerson = {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly url?: HttpUrl | undefined
}

const MAIL = /[^\s()<>[\]:;,"]{1,64}@[^\s()<>[\]:;,"@]{1,190}\.[^\s()<>[\]:;,"@.]{2,24}/

/** Splits `me@example.org (Name)`, `Name <me@example.org>`, `mailto:…` and a plain name. Undefined for nothing. */
export function personFrom(stated: string): StatedPerson | undefined {
  const text = stated.slice(0, 2_000)
  const email = text.includes('@') ? MAIL.exec(text.replace(/mailto:/gi, ' '))?.[0] : undefined
  if (email === undefined) {
    const name = plainLine(text)
    return name === undefined ? undefined : { name }
  }
  const around = text
    .replace(/mailto:/gi, ' ')
    .replace(email, ' ')
    .replace(/[<([{]\s*[>)\]}]/g, ' ')
  const bracketed = /\(([^()]{1,300})\)/.exec(around)?.[1]
  const name = plainLine((bracketed ?? around).replace(/[()"<>]/g, ' '))?.replace(/^[\s,;:|-]+|[\s,;:|-]+$/g, '')
  return name === undefined || name === '' ? { email } : { name, email }
}

/** Those whom an entry or a feed names as its authors, in the order of the document, each once. */
export function personsOf(authors: readonly XmlNode[] | undefined, base: string | undefined): readonly StatedPerson[] {
  if (authors === undefined) return []
  const found: StatedPerson[] = []
  for (const one of authors) {
    const person = one.children === undefined ? personFrom(htmlOf(one)) : structured(one, base)
    if (person !== undefined && found.length < 50) found.push(person)
  }
  return found.length < 2 ? found : merged(found)
}

function structured(node: XmlNode, base: string | undefined): StatedPerson | undefined {
  const name = plainLine(childText(node, ['atom:name', 'name', 'itunes:name', 'dc:title']))
  const email = childText(node, ['atom:email', 'email', 'itunes:email'])?.replace(/^mailto:/i, '')
  const address = childrenOf(node, ['atom:uri', 'atom:url', 'atom:homepage', 'uri', 'url', 'homepage'])[0]
  const url = urlFrom(address?.text, address?.base ?? base)
  const isMail = email !== undefined && MAIL.exec(email)?.[0] === email
  if (name === undefined && !isMail && url === undefined) return undefined
  const split = name?.includes('@') === true && !isMail ? personFrom(name) : undefined
  return { name: split?.name ?? (split === undefined ? name : undefined), email: isMail ? email : split?.email, url }
}

/** The same name twice (RSS `author` and `dc:creator`, say) is one person. */
function merged(persons: readonly StatedPerson[]): readonly StatedPerson[] {
  const found: StatedPerson[] = []
  for (const person of persons) {
    const at = found.findIndex(
      (known) =>
        (known.name !== undefined && known.name === person.name) || (known.email !== undefined && known.email === person.email),
    )
    const known = found[at]
    if (known === undefined) found.push(person)
    else found[at] = { name: known.name ?? person.name, email: known.email ?? person.email, url: known.url ?? person.url }
  }
  return found
}
