import type { ReaderLanguage } from '../../text/index.ts'

/** The few words of ours that stand inside an entry. */
export const ENTRY_WORDS: Readonly<
  Record<ReaderLanguage, { readonly licence: string; readonly changed: (date: string) => string }>
> = {
  en: { licence: 'Licence:', changed: (date) => `changed by the source on ${date}` },
  tr: { licence: 'Lisans:', changed: (date) => `kaynağı tarafından ${date} tarihinde değiştirildi` },
  ar: { licence: 'الترخيص:', changed: (date) => `عدّله المصدر في ${date}` },
}
