import { plainWords } from './plain-words.ts'

/** Calls to read on, as feeds put them behind a summary, by language; `#` is a figure. */
const CALLS = [
  'read more|read the full story|read the full article|read full story|read full article|continue reading|keep reading|more|full story|click here to read more|view original|# comments|# comment|comments #|# views|# shares|# min read|# hours ago|# minutes ago|# days ago',
  'devamını oku|devamı|devamı için tıklayınız|devamı için tıklayın|haberin devamı|haberin devamı için tıklayınız|detaylar için tıklayın|tamamını oku|# yorum|# görüntülenme|# saat önce|# dakika önce',
  'اقرأ المزيد|إقرأ المزيد|اقرأ أيضا|المزيد|تابع القراءة|قراءة المزيد|للمزيد|التفاصيل|# تعليق|# تعليقات|# مشاهدة',
  'ادامه مطلب|بیشتر بخوانید|متن کامل|ادامه خبر',
  'zêdetir bixwîne|bêtir bixwîne|زیاتر بخوێنەوە|درێژەی هەواڵ',
  'weiterlesen|mehr lesen|mehr|zum artikel|ganzen artikel lesen|# kommentare',
  'lire la suite|lire plus|en savoir plus|suite|# commentaires',
  'leer más|seguir leyendo|leer la noticia completa|ver más|# comentarios',
  'читать далее|читать дальше|подробнее|читать полностью|далее|# комментариев|# комментария|# комментарий',
  'читати далі|докладніше|leggi tutto|continua a leggere|leggi di più|lees meer|lees verder|leia mais|continue lendo|czytaj więcej|czytaj dalej|läs mer|les mer|læs mere|קרא עוד|להמשך קריאה|המשך קריאה',
]

/** How a blog system signs the entries of its feed: `The post A appeared first on B.`; it names the headline, and changes with it. */
const SIGNATURES: readonly (readonly [opening: string, middle: string])[] = [
  ['The post ', ' appeared first on '],
  ['The post ', ' first appeared on '],
  ['Der Beitrag ', ' erschien zuerst auf '],
  ["L'article ", ' est apparu en premier sur '],
  ['L’article ', ' est apparu en premier sur '],
  ['La entrada ', ' se publicó primero en '],
  ["L'articolo ", ' proviene da '],
  ['ظهرت المقالة ', ' أولاً على '],
  ['ظهرت المقالة ', ' أولا على '],
  ['Сообщение ', ' появились сначала на '],
]

const SIGNATURE_CHARS = 800
const MOST_CALLS = 4

type ReadOn = {
  readonly words: readonly string[]
  /** a mark says that the text goes on */
  readonly isCut: boolean
  /** it ends without a mark, as a text does that was cut after so many letters */
  readonly isOpen: boolean
}

/** The words of a text as `plainWords` has them, without calls to read on, counters and a blog's signature at its end. Linear. */
export function readOnWords(text: string): ReadOn {
  const body = unsigned(text.trimEnd())
  const words = [...plainWords(body)]
  const calls = callsByLastWord()
  for (let round = 0; round < MOST_CALLS; round += 1) {
    const last = generic(words.at(-1) ?? '')
    const call = calls.get(last)?.find((one) => endsWith(words, one))
    if (call === undefined) break
    words.length -= call.length
  }
  return { words, isCut: /…|\.{3}/.test(body.slice(-80)), isOpen: !/[.!?؟۔。"'”’»)\]]\s*$/.test(body.slice(-20)) }
}

function unsigned(text: string): string {
  const tail = text.slice(-SIGNATURE_CHARS)
  for (const [opening, middle] of SIGNATURES) {
    const at = tail.lastIndexOf(opening)
    if (at >= 0 && tail.indexOf(middle, at) >= 0) return text.slice(0, text.length - tail.length + at)
  }
  if (!/ilk önce .{1,200} üzerinde ortaya çıktı\.?$/.test(tail)) return text
  const line = tail.lastIndexOf('\n')
  return line < 0 ? text : text.slice(0, text.length - tail.length + line)
}

/** The longest of those that end in a word first. */
function callsByLastWord(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const byLast = new Map<string, (readonly string[])[]>()
  const calls = CALLS.flatMap((line) => line.split('|')).map((call) => plainWords(call.replace('#', '0')).map(generic))
  for (const call of calls.toSorted((a, b) => b.length - a.length)) {
    const last = call.at(-1) ?? ''
    const known = byLast.get(last)
    if (known === undefined) byLast.set(last, [call])
    else known.push(call)
  }
  return byLast
}

function endsWith(words: readonly string[], call: readonly string[]): boolean {
  return words.length > call.length && call.every((word, at) => generic(words[words.length - call.length + at] ?? '') === word)
}

/** Any figure counts as one. */
function generic(word: string): string {
  return /^\d+$/.test(word) ? '#' : word
}
