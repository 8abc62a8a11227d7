import type { ReaderLanguage } from '../../text/index.ts'
import { ARABIC } from './arabic.ts'
import { ENGLISH } from './english.ts'
import type { PageWords } from './page-words.ts'
import { TURKISH } from './turkish.ts'

/** The words of the pages in a language. */
export function wordsOf(language: ReaderLanguage): PageWords {
  return { en: ENGLISH, tr: TURKISH, ar: ARABIC }[language]
}
