import { agencyNamed, plainWords } from '../text/index.ts'

const CONNECTORS: ReadonlySet<string> = new Set(
  'of the de del della di da do dos du des la le les el al an am der den dem die y e and et und ve near in im sur aux upon à a au na w u i bei bin ibn abu sous lès st. von zu'.split(
    ' ',
  ),
)

const LABELS: ReadonlySet<string> = new Set(
  `breaking update updated live watch video photo photos foto image picture bild source quelle kaynak fuente fonte credit analysis opinion exclusive factbox explainer timeline feature interview editorial
  correction corrected q&a news alert urgent refile recast summary wrapup advisory note editor's comment commentary review
  eil flash son dakika acil haber özel срочно молния عاجل خاص حصري تقرير urgent vidéo direct última hora
  why how what who when where this that these there here it he she they we i but if as after before while although
  monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
)

const LOWER_PARTICLE = /^(?:al|el|ad|as|ar|at|an|ash|az|ez|es|er|d|l|bab|deir|ayn)[-'’]\p{Lu}/u
const CASELESS = /^[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\s'’.-]+$/u
const MOST_CHARS = 70

/**
 * Whether a text can be the place of a dateline: one to six capitalised words a part, parts joined by commas or slashes
 * ("KIRKUK, Iraq", "BEIRUT/AMMAN"), at most five words in scripts without capitals. Not a label, an agency or a sentence.
 */
export function isPlaceName(text: string): boolean {
  const place = text.trim()
  if (place === '' || place.length > MOST_CHARS || /[\d!?;"“”«»:()]/u.test(place) || agencyNamed(place) !== undefined)
    return false
  return place.split(/\s*[,،/]\s*/u).every(isPart)
}

function isPart(part: string): boolean {
  const words = part.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0 || words.length > 6 || words.some((word) => LABELS.has(word.toLowerCase()))) return false
  if (CASELESS.test(part)) return words.length <= 5
  if (!isCapitalised(words[0] ?? '') || plainWords(part).length === 0) return false
  return words.every((word) => isCapitalised(word) || CONNECTORS.has(word.toLowerCase()))
}

function isCapitalised(word: string): boolean {
  return /^[[('’]?\p{Lu}/u.test(word) || LOWER_PARTICLE.test(word)
}

/** Whether a place is written in capitals throughout, as houses write datelines; a region after the comma may be in small letters. */
export function isInCapitals(place: string): boolean {
  const head = place.split(/[,/]/)[0] ?? ''
  return /\p{Lu}{2}/u.test(head) && !/\p{Ll}/u.test(head.replace(/\bMc(?=\p{Lu})/u, ''))
}
