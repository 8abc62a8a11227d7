import { parseDate } from '../text/index.ts'
import type { Block } from './block.ts'
import { isDated } from './byline-line.ts'
import { namesShown } from './names-shown.ts'

const BELOW = 8
const LINE = 160
const STAMP = 60

/** What the lines below the text say of the article in plain words: who wrote it, and when it was printed. */
export type FooterLines = { readonly bylines: readonly string[]; readonly published?: Date }

/**
 * Reads the few lines below the text. Other articles are announced there too, so only a whole phrase counts ("This article was
 * written by", "Posted on"), or a name marked as the author's.
 * @param list every block of the page
 * @param end place of the article's last block
 */
export function footerLines(list: readonly Block[], end: number, language: string | undefined): FooterLines {
  const bylines: string[] = []
  let published: Date | undefined
  for (const block of list.slice(Math.max(end - 1, 0), end + BELOW)) {
    const { text } = block
    if (isBeside(block) || text.length > LINE) continue
    const [opening] = WRITTEN.exec(text) ?? []
    if (bylines.length === 0) bylines.push(...(opening === undefined ? namesShown(block) : [text.slice(opening.length)]))
    if (text.length < STAMP && POSTED.test(text) && isDated(text))
      published ??= parseDate(text, language === undefined ? {} : { language })
  }
  return { bylines, ...(published === undefined ? {} : { published }) }
}

/** Where other articles, their authors and what readers say of them stand. */
function isBeside(block: Block): boolean {
  if (block.tag === 'li' || block.linkChars > block.text.length / 2) return true
  for (let veto = block.veto; veto !== undefined; veto = veto.outer)
    if (/related|recommend|more|latest|popular|trending|comment|nav|aside|sidebar|rail/.test(veto.reason)) return true
  return false
}

const WRITTEN =
  /^(?:this (?:blog )?(?:post|article|story|report|piece) (?:was |is )?(?:written|reported|authored) by|(?:written|reported|authored|geschrieben) (?:by|von)|about the author|author|autor|autore|auteur|автор|yazar|yazan|الكاتب|كتبه|מאת)\s*[:：]?\s+(?=\p{Lu}|\p{Lo})/iu

const POSTED =
  /^(?:(?:first |originally )?(?:published|posted)|veröffentlicht|erschienen|publicado|publié|pubblicato|gepubliceerd|опубликовано|yayın(?:lan)?ma tarihi|yayınlandı|نشر|نُشر|تاريخ النشر|تاریخ انتشار|פורסם)(?:$|[\s:：])/iu
