import { decode } from './decode.ts'
import { readListing } from './listing.ts'
import { readJson } from './read-json.ts'
import { readXml } from './read-xml.ts'
import type { About, How, Reading } from './reading.ts'
import { unpacked } from './unpacked.ts'

/**
 * Reads a document as far as it can be read, cut into its entries, or says what it is instead. Bytes in any encoding, in any of the formats,
 * whatever its label says; gzip is unpacked. Pure, linear in the size, never throws for what the bytes hold.
 */
export function read(bytes: Uint8Array, about: About, how: How = { kind: 'feed' }): Reading {
  const plain = unpacked(bytes)
  if (plain.kind === 'unreadable') return plain
  const {
    text,
    warnings,
    how: decidedBy,
    encoding,
  } = decode(plain.bytes, {
    contentType: about.contentType,
    kind: how.kind === 'listing' ? 'html' : 'xml',
    language: about.contentLanguage,
  })
  if (text.trim() === '') return { kind: 'unreadable', code: 'empty', message: 'an empty document' }
  if (how.kind === 'listing') return readListing(text, how.select, { about, warnings })
  const start = text.slice(0, 1_000).search(/[^\s\ufeff]/)
  if (/^[[{]/.test(text.slice(start, start + 1))) return readJson(text.slice(start), about, warnings)
  if (decidedBy === 'guess' && isRubbish(text))
    return { kind: 'unreadable', code: 'binary', message: `no text in any known encoding (tried ${encoding})` }
  return readXml(text, about, warnings)
}

/** Whether a guess at the encoding found no markup and many letters that no text has. */
function isRubbish(text: string): boolean {
  const sample = text.slice(0, 4_000)
  return !sample.includes('<') || (sample.match(/\ufffd/g)?.length ?? 0) * 10 > sample.length
}
