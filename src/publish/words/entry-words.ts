import type { ReaderLanguage } from '../../text/index.ts'

/** The few words of ours that stand inside an entry. */
export type EntryWords = {
  readonly licence: string
  /** the source changed words that had been published */
  readonly corrected: (date: string) => string
  /** the source added to them */
  readonly extended: (date: string) => string
  /** the publisher keeps text and data mining to itself */
  readonly reserved: string
}

export const ENTRY_WORDS: Readonly<Record<ReaderLanguage, EntryWords>> = {
  en: {
    licence: 'Licence:',
    corrected: (date) => `corrected by the source on ${date}`,
    extended: (date) => `updated by the source on ${date}`,
    reserved: 'The publisher reserves text and data mining.',
  },
  tr: {
    licence: 'Lisans:',
    corrected: (date) => `kaynağı tarafından ${date} tarihinde düzeltildi`,
    extended: (date) => `kaynağı tarafından ${date} tarihinde güncellendi`,
    reserved: 'Yayıncısı metin ve veri madenciliği hakkını saklı tutar.',
  },
  ar: {
    licence: 'الترخيص:',
    corrected: (date) => `صحّحه المصدر في ${date}`,
    extended: (date) => `حدّثه المصدر في ${date}`,
    reserved: 'يحتفظ الناشر بحق التنقيب في النصوص والبيانات.',
  },
}
