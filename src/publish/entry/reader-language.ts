import type { ReaderLanguage } from '../../text/index.ts'

/** Every language that pages speak, in the order in which they offer themselves. */
export const READER_LANGUAGES: readonly ReaderLanguage[] = ['en', 'tr', 'ar']

/** The language in which a reader of this channel is addressed: its own where pages speak it, else English. */
export function readerLanguage(language: string): ReaderLanguage {
  const primary = language.toLowerCase().split('-')[0]
  return READER_LANGUAGES.find((known) => known === primary) ?? 'en'
}
