import { foldDate, monthOf, solarMonthOf } from '../text/index.ts'

const BYLINE =
  /^(?:by|von|por|par|oleh|door|od|автор|yazan|بقلم|כתב|מאת)[:：]?\s+\p{L}[\p{L}.'’-]*(?:\s+\p{L}[\p{L}.'’-]*){0,5}(?:\s*[,|•·–—-].{0,60})?$/iu

const MONTH =
  /(?:^|[^\p{L}])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)(?=$|[^\p{L}])/iu

/** Whether a line only says who wrote: an author's name and little more, or "By" and a name. */
export function isBylineLine(text: string, authors: readonly string[]): boolean {
  if (text.length > 120) return false
  const lower = text.toLowerCase()
  if (authors.some((author) => text.length < author.length + 40 && lower.includes(author.toLowerCase()) && !/[.!?:]$/.test(text)))
    return true
  return text.length < 90 && BYLINE.test(text) && !/[.!?]$/.test(text)
}

/** Whether a line is nothing but a date or a time: digits, a month, few words beside. */
export function isDateLine(text: string): boolean {
  if (text.length < 90 && DATED.test(text) && isDated(text)) return true
  if (text.length > 70 || !/\d/.test(text) || /[@–—~]|^-/.test(text)) return false
  if (/^\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/i.test(text)) return text.length < 40
  const words = text.match(/\p{L}{2,}/gu) ?? []
  return words.length <= 6 && /(?:^|\D)(?:19|20|14)\d{2}(?:\D|$)/.test(text) && !/[!?]$/.test(text) && MONTH.test(text)
}

const DATED =
  /^(?:published|posted|updated|last updated|last modified|created|first published|veröffentlicht|aktualisiert|zuletzt aktualisiert|publicado|actualizado|publié le|mis à jour|publicado em|atualizado em|pubblicato|aggiornato|yayın|güncelle|son güncelleme|опубликовано|обновлено|نشر في|آخر تحديث|تاريخ النشر|פורסם|עודכן|opublikowano|aktualizacja|gepubliceerd)/iu

/** Whether a line holds a day: a month's name beside digits, or day, month and year in digits of any script. */
export function isDated(text: string): boolean {
  return (
    /\p{Nd}/u.test(text) &&
    (MONTH.test(text) ||
      namesMonth(text) ||
      /\p{Nd}{1,4}[./\s-]{1,3}\p{Nd}{1,2}[./\s-]{1,3}\p{Nd}{2,4}/u.test(text) ||
      /\p{Nd}{4}年\p{Nd}/u.test(text))
  )
}

function namesMonth(text: string): boolean {
  const words = foldDate(text.slice(0, 300)).match(/[\p{L}\p{Mc}]{2,}/gu) ?? []
  return words.some((word, at) => monthOf(word, words[at + 1]) !== undefined || solarMonthOf(word) !== undefined)
}
