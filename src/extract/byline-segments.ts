import { foldDate, monthOf } from '../text/index.ts'
import { BYLINE_LABELS } from './byline-labels.ts'
import { isGivenName } from './given-names.ts'

/** What a byline says of its writers, other hands and dates taken out. */
export type BylineSegments = {
  /** a word before the names says that they wrote it */
  readonly isLabelled: boolean
  /** the byline begins with a label */
  readonly opens: boolean
  /** texts that hold nothing but names, places, offices and houses */
  readonly segments: readonly string[]
}

/**
 * Parts a byline at its labels: "3 May 2026 | By Jane Roe | Photos: Ada Poe" holds one segment, `Jane Roe`. Where no label says who
 * wrote it, what stands before the first label of another kind is the segment.
 */
export function bylineSegments(text: string): BylineSegments {
  const bare = withoutPictures(text.replace(/\s+/g, ' '))
  const labels = [...bare.matchAll(BYLINE_LABELS)]
  const isLabelled = labels.some(({ groups }) => groups?.['writer'] !== undefined)
  const segments = isLabelled ? [] : [bare.slice(0, labels[0]?.index ?? bare.length)]
  for (const [at, label] of labels.entries()) {
    if (label.groups?.['writer'] === undefined) continue
    segments.push(bare.slice(label.index + label[0].length, labels[at + 1]?.index ?? bare.length))
  }
  return {
    isLabelled,
    opens: labels[0]?.index === 0,
    segments: segments.map(withoutDates).filter((segment) => /\p{L}{2}/u.test(segment)),
  }
}

/** "Ada Poe (photos)", "Ada Poe Photos": who took the pictures, named before the word. */
function withoutPictures(text: string): string {
  const bare = !text.includes('(')
    ? text
    : text.replace(
        /[^,;|&]*?\((?:photos?|photography|pictures|fotos?|fotograf\p{L}*|video|illustrations?|تصوير|صور|фото|צילום|zdjęcia)\)/giu,
        (all) => (/^.*\s(?:and|und|et|y|e|ve)\s(?=\S)/iu.exec(all)?.[0] ?? '').replace(/\s\S+\s*$/, ''),
      )
  return bare
    .replace(/(?:^|,|;|\|)[^,;|:]*\s(?:photos|fotos|photography)\s*$/iu, '')
    .replace(/\s(?:text|words)(?=\s*(?:$|[,;|]))/giu, '')
}

const SAID =
  /\s*[|•·(–—,-]?\s*(?<!\p{L})(?:(?:last |first )?(?:updated|published|posted|modified)|publiée?|mis à jour|modifié|actualizad[oa]|publicad[oa]|atualizado|pubblicato|aggiornato|veröffentlicht|aktualisiert|stand|güncelle\p{L}*|yayın\p{L}*|обновлен[оа]|опубликован[оа]|نشر|آخر تحديث|فى|في \p{Nd}|פורסם|עודכן|opublikowan[oa]|aktualizacja)(?!\p{L}).*$/isu
const OF_TIME =
  /^(?:on|am|le|el|il|op|at|um|um|à|a|de|del|às|o|m|p|ago|min|mins|minutes?|hours?|days?|months?|read|lesezeit|minuten|uhr|gmt|utc|est|edt|pst|pdt|cet|cest|bst|eet|ist|am|pm|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|г|року|года|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|منذ|قبل|ساعة|ساعات|دقيقة|دقائق)$/iu

/** Days, hours and reading times become marks that part; a month or a weekday counts beside figures only. */
function withoutDates(segment: string): string {
  const words = segment.replace(SAID, '').split(/\s+/)
  const isFigure = words.map((word) => /\p{Nd}/u.test(word))
  if (!isFigure.includes(true)) return words.join(' ').trim()
  const isTime = words.map(isTimeWord)
  const isDate = [...isFigure]
  for (let at = 1; at < words.length; at += 1)
    isDate[at] ||= isDate[at - 1] === true && isTime[at] === true && (isFigure[at + 1] === true || !isGivenName(words[at] ?? ''))
  for (let at = words.length - 2; at >= 0; at -= 1) isDate[at] ||= isTime[at] === true && isDate[at + 1] === true
  return words
    .map((word, at) => (isDate[at] === true ? '|' : word))
    .join(' ')
    .replace(/(?:\|\s*)+/g, '| ')
    .trim()
}

function isTimeWord(word: string): boolean {
  const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return bare === '' ? /^[,.:–-]$/.test(word) : OF_TIME.test(bare) || monthOf(foldDate(bare)) !== undefined
}
