import { FURNITURE } from './furniture-phrases.ts'

const SHORT = 40
const LINE = 160
const CALL = 220

/** Whether a line calls, labels or notifies instead of telling: "Read more: …", "Advertisement", "Photo: …". */
export function isFurniture(text: string): boolean {
  if (text.length > CALL) return false
  const line = bare(text)
  if (line === '') return true
  if (opens(line, CALLS)) return true
  if (FOLLOW.test(line) && text.length < LINE) return true
  if (/^<\/?[a-z][^>]*>|^\[\/?[a-z]+[^\]]*\]/.test(text.toLowerCase())) return true // markup that was shown as text
  const label = opened(line, LABELS)
  if (label === undefined) return false
  const after = line.slice(label.length)
  return (
    after === '' ||
    (/^\s?[:：|]/.test(after) && text.length < LINE) ||
    (text.length <= SHORT && !/[.!?]$/.test(text) && !/^\s\p{Ll}/u.test(after))
  )
}

/** Whether a short line says that the article is over: "Related articles", "Comments (12)", "Tags". */
export function isEndMark(text: string): boolean {
  if (text.length > SHORT) return false
  const line = bare(text).replace(/\s*[([]?\d*[)\]]?\s*[:：]?$/, '')
  return ENDS.has(line) || /^more (?:[\p{L}']+ ){0,3}(?:stories|news|articles|coverage)$/u.test(line)
}

const FOLLOW =
  /^(?:follow|like|join|find|connect with|subscribe to|listen to|watch|e-?mail|contact) .{1,80} (?:on|at|via) (?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|linkedin|apple|spotify|https?:|@)/

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}©(@#]+/u, '')
    .trim()
}

function opens(line: string, index: ReadonlyMap<string, readonly string[]>): boolean {
  return opened(line, index) !== undefined
}

/** The longest phrase that the line begins with, ending where a word ends. */
function opened(line: string, index: ReadonlyMap<string, readonly string[]>): string | undefined {
  return index
    .get(line.slice(0, 2))
    ?.find((phrase) => line.startsWith(phrase) && !/^[\p{L}\p{N}]/u.test(line.slice(phrase.length)))
}

function phrasesOf(kind: 'calls' | 'labels' | 'ends'): readonly string[] {
  return [...FURNITURE.values()].flatMap((phrases) => phrases[kind].split('|'))
}

/** Phrases by their first two letters, the longest first. */
function indexed(phrases: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = Map.groupBy(phrases, (phrase) => phrase.slice(0, 2))
  for (const own of index.values()) own.sort((a, b) => b.length - a.length)
  return index
}

const CALLS = indexed(phrasesOf('calls'))
const LABELS = indexed(phrasesOf('labels'))
const ENDS: ReadonlySet<string> = new Set(phrasesOf('ends'))
