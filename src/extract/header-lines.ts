import { parseDate } from '../text/index.ts'
import type { Block } from './block.ts'
import { isDated } from './byline-line.ts'
import { namesShown } from './names-shown.ts'

const ABOVE = 4
const BELOW = 30
const FAR = 300
const LINE = 100
const NAME = 60
const WEB = Date.UTC(1991, 0, 1)

/** What the lines between the headline and the text say for readers. */
export type HeaderLines = {
  /** what follows "By" */
  readonly bylines: readonly string[]
  /** links to authors' pages; else names that are marked as the author's, or have an office beside them */
  readonly named: readonly string[]
  readonly published?: Date
  readonly updated?: Date
}

/**
 * Reads the lines around the headline, down to where the text begins. "Updated" and its like mark a date as a change; a date in a
 * caption is the picture's. Times stated for machines (`<time datetime>`) are preferred to their wording.
 * @param list every block of the page
 * @param start place of the article's first block
 */
export function headerLines(list: readonly Block[], start: number, language: string | undefined): HeaderLines {
  const lines = linesOf(list, start)
  const bylines: string[] = []
  const profiles: string[] = []
  const named: string[] = []
  let published: Date | undefined
  let updated: Date | undefined
  for (const [at, block] of lines.entries()) {
    const before = lines[at - 1]?.text ?? ''
    if (bylines.length === 0) bylines.push(...bylineIn(block.text, lines[at + 1]?.text))
    if (block.text.length < NAME)
      profiles.push(...block.runs.filter((run) => PROFILE.test(run.href ?? '')).map((run) => run.text))
    if (named.length === 0 && !OTHERS.test(before)) named.push(...namesShown(block))
    const date = dateIn(block, language)
    if (date === undefined) continue
    if (UPDATED.test(block.text) || (before.length < 40 && UPDATED.test(before) && !PUBLISHED.test(block.text))) updated ??= date
    else published ??= date
  }
  return {
    bylines,
    named: profiles.length > 0 ? profiles : named,
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
  }
}

/** Where sites keep the pages of their authors. */
const PROFILE =
  /\/(?:authors?|auteurs?|autor(?:es|en|in|i)?|people|staff|profiles?|profil|writers?|contributors?|reporters?|journalists?|yazar(?:lar)?|by|team|korrespondent\w{0,4}|redakt\w{0,6})\/[^/?#]{3,}/i

const UPDATED =
  /updated|modified|aktualisiert|zuletzt|actualizado|atualizado|aggiornat|mis à jour|mise à jour|modifié|обновлено|изменено|güncelle|آخر تحديث|تحديث|به‌روز|עודכן|aktualizacj|bijgewerkt|nûkirin/iu

const PUBLISHED = /publi|posted|veröffentlicht|erstellt|опубликовано|yayın|نشر|انتشار|פורסם|weşan/iu

/** From the last headline before the text, and a few lines above it, down to the text; pictures and menus between do not count. */
function linesOf(list: readonly Block[], start: number): readonly Block[] {
  const lines: Block[] = []
  let headline: number | undefined
  for (let at = start - 1; at >= Math.max(headline === undefined ? start - FAR : headline - ABOVE, 0); at -= 1) {
    const block = list[at]
    if (block === undefined) continue
    if (headline === undefined && block.tag === 'h1') headline = at
    if (isBeside(block)) continue
    if (headline === undefined && lines.length === BELOW) break
    lines.push(block)
  }
  return lines.slice(0, headline === undefined ? ABOVE : lines.length).reverse()
}

function isBeside(block: Block): boolean {
  if (ALONE.test(block.text) || LABEL.test(block.text)) return false // some name the labels of a byline captions
  for (let veto = block.veto; veto !== undefined; veto = veto.outer)
    if (/caption|figure|related|nav/.test(veto.reason)) return true
  return false
}

const LABEL = /^(?:(?:last )?(?:updated|modified)|(?:first )?published|posted)(?: on)?:?$/iu

function dateIn(block: Block, language: string | undefined): Date | undefined {
  const { text, element } = block
  const stamp = element.name === 'time' ? element.attribs['datetime'] : undefined
  if (text.length > LINE || (stamp === undefined && !isDated(text))) return undefined
  const options = language === undefined ? {} : { language }
  const date = (stamp === undefined ? undefined : parseDate(stamp, options)) ?? parseDate(text, options)
  return date === undefined || date.getTime() < WEB ? undefined : date
}

/** Whose name follows is not the author. */
const OTHERS =
  /(?:edited|reviewed|checked|translated|researched|photos?|photographs?|illustrations?|images?|updated|sponsored) by:?$/iu

const ALONE =
  /^(?:(?:written|posted|story|article|text) )?(?:by|von|por|par|od|di|door|author|autor|autore|auteur|автор|yazar|yazan|بقلم|الكاتب|מאת)\s*[:：-]?$/iu
const OPENING =
  /^(?:(?:written|posted|published|reported|story|text) )?(?:by|von|por|par|door|author|autor|autore|auteur|автор|yazar|yazan|haber|بقلم|מאת)(?:\s*[:：]\s*|\s+)(?=\p{Lu}|\p{Lo})/iu

/** "By Jane Roe", or "By" and the name on the next line. */
function bylineIn(line: string, next: string | undefined): readonly string[] {
  if (line.length > LINE) return []
  if (ALONE.test(line)) return next !== undefined && next.length < LINE ? [next] : []
  const [opening] = OPENING.exec(line) ?? []
  if (opening === undefined) return []
  return [line.slice(opening.length).replace(/\s+(?:on|am|le|el|il)\s+.*\d{4}.*$|\s*[|•·–—,-]\s*\S*\s*\d.*$/iu, '')]
}
