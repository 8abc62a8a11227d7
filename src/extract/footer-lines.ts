import { parseDate } from '../text/index.ts'
import type { Block } from './block.ts'
import { isDated } from './byline-line.ts'
import { footerNames, isOfOthers } from './footer-names.ts'

const BELOW = 8
const LINE = 160
const STAMP = 60

/** What the lines below the text say of the article in plain words: who wrote it, and when it was printed. */
export type FooterLines = { readonly bylines: readonly string[]; readonly published?: Date }

/**
 * Reads the few lines below the text. Other articles are announced there too, so only a whole phrase counts ("This article was
 * written by", "Posted on"), a name marked as the author's, or what is told of the author.
 * @param list every block of the page
 * @param end place of the article's last block
 */
export function footerLines(list: readonly Block[], end: number, language: string | undefined): FooterLines {
  let published: Date | undefined
  for (const { text } of list.slice(Math.max(end - 1, 0), end + BELOW).filter((block) => !isOfOthers(block))) {
    if (text.length > LINE || text.length >= STAMP || !POSTED.test(text) || !isDated(text)) continue
    published ??= parseDate(text, language === undefined ? {} : { language })
  }
  return { bylines: footerNames(list, end), ...(published === undefined ? {} : { published }) }
}

const POSTED =
  /^(?:(?:first |originally )?(?:published|posted)|veröffentlicht|erschienen|publicado|publié|pubblicato|gepubliceerd|опубликовано|yayın(?:lan)?ma tarihi|yayınlandı|نشر|نُشر|تاريخ النشر|تاریخ انتشار|פורסם)(?:$|[\s:：])/iu
