import { parseDate } from '../text/index.ts'
import { isDated } from './byline-line.ts'

const UPDATED_WORDS =
  'updated?|modified|edited|aktualisiert|zuletzt|stand|actualizad[oa]|modificad[oa]|atualizad[oa]|aggiornat[oa]|modificato|mis à jour|mise à jour|modifiée?|màj|maj(?=\\s*[:：])|обновлен[оа]|изменено|оновлено|(?:son )?güncelle\\p{L}*|آخر تحديث|تحديث|تم التحديث|به[‌ ]?روز\\p{L}*|آخرین|ویرایش|עודכן|עדכון|(?:za)?aktualizacj[aie]|zaktualizowano|bijgewerkt|gewijzigd|uppdaterad|opdateret|oppdatert|ενημέρωση|nûkirin|نوێکراوەتەوە|更新|修改|আপডেট'
const PUBLISHED_WORDS =
  'publi\\p{L}*|first posted|posted|created|veröffentlicht|erstellt|erschienen|опубликован[оа]|дата|опубліковано|yayın\\p{L}*|giriş|eklen\\p{L}*|نشر|نُشر|تاريخ النشر|أضيف|انتشار|ارسال|פורסם|opublikowan[oa]|dodan[oa]|gepubliceerd|gepost|δημοσίευση|weşan\\p{L}*|بڵاوکرا\\p{L}*|发布|發布|প্রকাশ'

const UPDATED = new RegExp(`(?<!\\p{L})(?:${UPDATED_WORDS})(?!\\p{L})`, 'iu')
const LABELS = new RegExp(`(?<!\\p{L})(?:(${UPDATED_WORDS})|${PUBLISHED_WORDS})(?!\\p{L})`, 'giu')

/** The dates that a line states, by the words before them. */
export type StatedDates = { readonly published?: Date; readonly updated?: Date }

/** Whether a line speaks of a later change. */
export function saysUpdated(text: string): boolean {
  return UPDATED.test(text)
}

/** Whether a line speaks of the publication. */
export function saysPublished(text: string): boolean {
  return [...text.matchAll(LABELS)].some(([, updated]) => updated === undefined)
}

/**
 * The dates in a short line: what follows "updated" in any of our languages is a change, anything else the publication. A change
 * may also stand before its word (`4 May (updated)`) when nothing else in the line is dated.
 */
export function datesInLine(text: string, language: string | undefined): StatedDates {
  const read = (part: string): Date | undefined =>
    isDated(part) ? parseDate(part, language === undefined ? {} : { language }) : undefined
  const labels = [...text.matchAll(LABELS)]
  const parts = [
    { isUpdate: false, text: text.slice(0, labels[0]?.index ?? text.length) },
    ...labels.map((label, at) => ({
      isUpdate: label[1] !== undefined,
      text: text.slice(label.index + label[0].length, labels[at + 1]?.index ?? text.length),
    })),
  ]
  const dated = parts.map((part) => ({ ...part, date: read(part.text) })).filter(({ date }) => date !== undefined)
  const only = dated.length === 1 ? dated[0] : undefined
  if (only !== undefined) {
    const isUpdate = only.isUpdate || (saysUpdated(text) && !saysPublished(text))
    return only.date === undefined ? {} : isUpdate ? { updated: only.date } : { published: only.date }
  }
  const published = dated.find(({ isUpdate }) => !isUpdate)?.date
  const updated = dated.find(({ isUpdate }) => isUpdate)?.date
  if (dated.length === 0) {
    const whole = read(text)
    if (whole === undefined) return {}
    return saysUpdated(text) ? { updated: whole } : { published: whole }
  }
  return { ...(published === undefined ? {} : { published }), ...(updated === undefined ? {} : { updated }) }
}
