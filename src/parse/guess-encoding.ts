import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { encodingName } from './encoding-names.ts'

const SAMPLE = 20_000

/** Scripts of languages whose publishers use another code page than Western Europe's. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  ar: ['windows-1256', 'iso-8859-6'],
  fa: ['windows-1256'],
  ur: ['windows-1256'],
  ku: ['windows-1254', 'windows-1256'],
  tr: ['windows-1254'],
  az: ['windows-1254', 'windows-1251'],
  ru: ['windows-1251', 'koi8-r', 'iso-8859-5'],
  uk: ['windows-1251', 'koi8-u'],
  bg: ['windows-1251'],
  el: ['windows-1253', 'iso-8859-7'],
  he: ['windows-1255', 'iso-8859-8'],
  pl: ['windows-1250', 'iso-8859-2'],
  cs: ['windows-1250', 'iso-8859-2'],
  hu: ['windows-1250', 'iso-8859-2'],
  zh: ['gb18030', 'big5'],
  ja: ['shift_jis', 'euc-jp'],
  ko: ['cp949'],
}

/**
 * The likeliest encoding of bytes that are no UTF-8 and say nothing, or nothing true, of themselves: statistics over the words beyond
 * ASCII, weighed by how much the result looks like words of one script and by what is usual for the language. windows-1252 at a loss.
 * @param language BCP 47, from the transport; a document's own `<language>` is looked for as well
 */
export function guessEncoding(bytes: Uint8Array, language: string | undefined): string {
  const sample = wordsBeyondAscii(bytes)
  if (sample.length === 0) return 'windows-1252'
  const usual = USUAL[(language ?? ownLanguage(bytes)).slice(0, 2).toLowerCase()] ?? []
  const confidence = new Map<string, number>()
  for (const match of analyse(sample)) {
    const name = superset(encodingName(match.name) ?? 'windows-1252', sample)
    confidence.set(name, Math.max(confidence.get(name) ?? 0, match.confidence / 100))
  }
  for (const name of [...usual, 'windows-1252']) if (!confidence.has(name)) confidence.set(name, 0)
  let best = { name: 'windows-1252', score: 0 }
  for (const [name, sure] of confidence) {
    const score = sure + looksLikeWords(iconv.decode(Buffer.from(sample), name)) + (usual.includes(name) ? 0.5 : 0)
    if (score > best.score) best = { name, score }
  }
  return best.name === 'windows-1252' && isTurkish(sample) ? 'windows-1254' : best.name
}

/** An ISO encoding whose control bytes are in use is the Windows one that fills them with letters. */
function superset(name: string, sample: Uint8Array): string {
  const wider = SUPERSETS.get(name)
  return wider !== undefined && sample.some((byte) => byte >= 0x80 && byte <= 0x9f) ? wider : name
}

const SUPERSETS: ReadonlyMap<string, string> = new Map([
  ['iso-8859-2', 'windows-1250'],
  ['iso-8859-6', 'windows-1256'],
  ['iso-8859-7', 'windows-1253'],
  ['iso-8859-8', 'windows-1255'],
])

/** Runs of letters (any byte from 0x40: the second byte of an East Asian letter may be ASCII) that hold one beyond ASCII, a space between them. */
function wordsBeyondAscii(bytes: Uint8Array): Uint8Array {
  const words: number[] = []
  let word: number[] = []
  let beyond = false
  for (const byte of bytes) {
    if (byte >= 0x40 && word.length < 200) {
      word.push(byte)
      beyond ||= byte >= 0x80
      continue
    }
    if (beyond) words.push(...word, 0x20)
    if (words.length > SAMPLE) break
    word = []
    beyond = false
  }
  return Uint8Array.from(beyond ? [...words, ...word] : words)
}

/** From -1 to 1: letters of one script, small after the first, no unreadable ones. */
function looksLikeWords(text: string): number {
  const beyond = text.match(/[^\u0000-\u007f]/g)?.length ?? 0
  if (beyond === 0) return -1
  const scripts = SCRIPTS.map((script) => text.match(script)?.length ?? 0)
  const odd = (text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) + (text.match(/[\ufffd\u0080-\u009f]/g)?.length ?? 0) * 2
  return (Math.max(...scripts) - odd) / beyond
}

const SCRIPTS = [
  /(?![A-Za-z])\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  /\p{Script=Hangul}/gu,
]

/** Turkish read as Western European shows letters of Icelandic only, without Iceland's accents. */
function isTurkish(sample: Uint8Array): boolean {
  const count = (letters: readonly number[]): number => sample.filter((byte) => letters.includes(byte)).length
  return (
    count([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]) > 2 * count([0xc1, 0xc9, 0xcd, 0xd3, 0xda, 0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0xe6])
  )
}

function ownLanguage(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1')
  return (
    /<(?:dc:)?language>\s{0,20}([a-z]{2})|(?:xml:)?lang\s{0,5}=\s{0,5}["']([a-z]{2})/i
      .exec(head)
      ?.slice(1)
      .find((found) => found !== undefined) ?? ''
  )
}
