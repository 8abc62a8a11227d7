import { hash } from 'node:crypto'
import { type HttpUrl, type Item, type ItemId, isItemId, type SourceId } from '../model/index.ts'
import { urlKey } from '../text/index.ts'
import { isHashed } from './hashed-name.ts'

/** What identifies an entry, as its source states it. */
export type Named = {
  readonly guid?: string
  readonly url?: HttpUrl
  readonly title?: string
  readonly published?: Date
  readonly fingerprint: string
}

/** Which identities of one document can be trusted: a guid or an address that several different entries share names none of them. */
export type Trust = { readonly guid: (guid: string) => boolean; readonly url: (url: HttpUrl) => boolean }

export function trustOf(entries: readonly Named[]): Trust {
  const urlsOfGuid = new Map<string, Set<string>>()
  const namesOfUrl = new Map<string, Set<string>>()
  for (const { guid, url, title } of entries) {
    if (guid !== undefined) setIn(urlsOfGuid, guid).add(url ?? title ?? '')
    if (url !== undefined) setIn(namesOfUrl, url).add(guid ?? title ?? '')
  }
  return {
    guid: (guid) => (urlsOfGuid.get(guid)?.size ?? 0) <= 1,
    url: (url) => (namesOfUrl.get(url)?.size ?? 0) <= 1,
  }
}

/**
 * The names by which this source's entry is found again, the firmest first. A title counts only together with its date, and
 * an entry that has nothing else is named by its text. Never empty; an identity counts inside its own source only.
 */
export function identitiesOf(entry: Named, trust: Trust): readonly string[] {
  return [...namesOf(entry, trust)]
}

/** The firmest of its names alone, for the many entries of which nothing else is asked. */
export function keyOf(entry: Named, trust: Trust): string {
  const { value } = namesOf(entry, trust).next()
  return value ?? ''
}

function* namesOf(entry: Named, trust: Trust): Generator<string, undefined> {
  const { guid, url, title, published } = entry
  const hasGuid = guid !== undefined && guid !== '' && trust.guid(guid)
  const hasUrl = url !== undefined && trust.url(url)
  const hasDate = title !== undefined && title !== '' && published !== undefined
  if (hasGuid) yield `guid:${shortened(guid)}`
  if (hasUrl) yield `url:${shortened(urlKey(url))}`
  if (hasDate) yield `title:${digest(`${title}\n${published.toISOString()}`)}`
  if (!hasGuid && !hasUrl && !hasDate) yield `text:${digest(`${title ?? ''}\n${url ?? ''}\n${entry.fingerprint}`)}`
  return undefined
}

/** The id that an item keeps for ever: a version 8 UUID (RFC 9562 5.8) of its source and its first identity, the same on every machine. */
export function itemIdOf(sourceId: SourceId, identity: string): ItemId {
  const hex = hash('sha256', `${sourceId}\n${identity}`, 'hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  const id = `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  if (!isItemId(id)) throw new TypeError(`not an item id: ${id}`) // a bug in the line above, never data
  return id
}

/**
 * Whether an entry that shares an identity with a stored item is that item. A guid that comes back with another address AND
 * another headline has been given to another article (feeds that number their places do so). An item of which only the hashes of its
 * names are left is whatever they lead to.
 */
export function isSameItem(item: Item, entry: Named, identities: readonly string[]): boolean {
  if (item.identities.some(isHashed)) return true
  const shared = identities.filter((identity) => item.identities.includes(identity))
  if (shared.some((identity) => !identity.startsWith('guid:'))) return true
  if (shared.length === 0) return false
  if (entry.url === undefined || identities.every((identity) => !identity.startsWith('url:'))) return true
  return sharesWords(item.title, entry.title ?? '')
}

/** Names the words of an item: equal means that no reader sees a difference. Spacing is none. */
export function wordsPrint(title: string, text: string): string {
  return digest([title, text].map((words) => words.replace(/\s+/g, ' ').trim()).join('\n'))
}

/** A short hash, for comparing only. */
function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}

function sharesWords(a: string, b: string): boolean {
  const known = new Set(wordsOf(a))
  const words = wordsOf(b)
  return words.length === 0 || words.filter((word) => known.has(word)).length * 2 >= words.length
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function shortened(name: string): string {
  return name.length <= 300 ? name : digest(name)
}

function setIn(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = new Set<string>()
  map.set(key, made)
  return made
}
