import { FURNITURE } from './furniture-phrases.ts'

const SHORT = 40
const LINE = 160
const CALL = 220

/** The words of a text in one spelling: `folder().fold` of text/, kept by whoever asks for many lines. */
export type Fold = (text: string) => string

/** Whether a line calls, labels or notifies instead of telling: "Read more: …", "Advertisement", "Photo: …". */
export function isFurniture(text: string, fold: Fold): boolean {
  if (text.length > CALL) return false
  if (NOTICE.test(text)) return true
  const line = fold(text)
  if (line === '') return true
  if (opened(line, CALLS) !== undefined || (text.length < LINE && FOLLOW.test(line))) return true
  const label = opened(line, LABELS)
  if (label === undefined) return false
  if (line === label) return true
  const colon = text.search(/[:：|]/)
  if (colon > 0 && text.length < LINE && fold(text.slice(0, colon)) === label) return true
  return text.length <= SHORT && (label.includes(' ') || /^ [\d ]+$/.test(line.slice(label.length))) && !/[.!?]$/.test(text)
}

/** Whether a short line says that the article is over: "Related articles", "Comments (12)", "Tags". */
export function isEndMark(text: string, fold: Fold): boolean {
  if (text.length > SHORT) return false
  const line = fold(text).replace(/ \d+$/, '')
  return ENDS.has(line) || /^more (?:\w+ ){0,3}(?:stories|news|articles|coverage)$/.test(line)
}

/** Copyright lines; a story's own credits in brackets; markup that was shown as text. */
const NOTICE =
  /^(?:©|\(c\)\s|\((?:additional )?(?:reporting|editing|writing|compiled) by|<\/?[a-z][^>]*>|\[\/?[a-z]+\b[^\]]*[=”"\]])/i

const FOLLOW =
  /^(?:follow|like|join|find|connect with|subscribe to|listen to|watch|e mail|email|contact) .{1,80} (?:on|at|via) (?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|linkedin|apple|spotify|https?)\b/

/** The longest phrase that the line begins with, ending where a word ends. */
function opened(line: string, index: ReadonlyMap<string, readonly string[]>): string | undefined {
  return index
    .get(line.slice(0, 2))
    ?.find((phrase) => line.startsWith(phrase) && (line.length === phrase.length || line[phrase.length] === ' '))
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
