import type { Ownership } from '../model/index.ts'

/** Languages that readers of the pages are addressed in. */
export type ReaderLanguage = 'en' | 'tr' | 'ar'

const WORDS: Readonly<Record<Ownership, Readonly<Record<ReaderLanguage, string>>>> = {
  state: { en: 'state media', tr: 'devlet medyası', ar: 'وسيلة إعلام رسمية' },
  public: { en: 'public broadcaster', tr: 'kamu yayıncısı', ar: 'هيئة بث عامة' },
  independent: { en: 'independent', tr: 'bağımsız', ar: 'وسيلة إعلام مستقلة' },
  party: { en: 'party media', tr: 'parti medyası', ar: 'وسيلة إعلام حزبية' },
  un: { en: 'United Nations', tr: 'Birleşmiş Milletler', ar: 'الأمم المتحدة' },
  ngo: { en: 'non-governmental organisation', tr: 'sivil toplum kuruluşu', ar: 'منظمة غير حكومية' },
  'think-tank': { en: 'think tank', tr: 'düşünce kuruluşu', ar: 'مركز أبحاث' },
}

/** Whose voice an outlet is, in neutral words of the reader's language. */
export function ownershipWords(ownership: Ownership, language: ReaderLanguage): string {
  return WORDS[ownership][language]
}
