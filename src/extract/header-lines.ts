import { parseDate } from '../text/index.ts'
import type { Block } from './block.ts'
import { datesInLine, type StatedDates, saysPublished, saysUpdated } from './dates-in-line.ts'
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
    const isLabelled = before.length < 40 && saysUpdated(before) && !saysPublished(block.text)
    const stated = datesIn(block, { language, isLabelled })
    published ??= stated.published
    updated ??= stated.updated
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

function datesIn(block: Block, about: { readonly language: string | undefined; readonly isLabelled: boolean }): StatedDates {
  const { text, element } = block
  if (text.length > LINE) return {}
  const stamp = element.name === 'time' ? element.attribs['datetime'] : undefined
  const exact =
    stamp === undefined ? undefined : parseDate(stamp, about.language === undefined ? {} : { language: about.language })
  const said =
    exact === undefined ? datesInLine(text, about.language) : saysUpdated(text) ? { updated: exact } : { published: exact }
  const updated = about.isLabelled ? (said.updated ?? said.published) : said.updated
  const published = about.isLabelled ? undefined : said.published
  const isOfTheWeb = (date: Date | undefined): date is Date => date !== undefined && date.getTime() >= WEB
  return { ...(isOfTheWeb(published) ? { published } : {}), ...(isOfTheWeb(updated) ? { updated } : {}) }
}

/** Whose name follows is not the author. */
const OTHERS =
  /(?:edited|reviewed|checked|translated|researched|photos?|photographs?|illustrations?|images?|updated|sponsored) by:?$/iu

const WRITERS =
  'by|von|por|par|door|di|av|af|przez|author|autor(?:ka|in|a|es|en)?|autore|auteur|aut(?:h)?ors|auteurs|text|texte?|texto|testo|автор|текст|yazar|yazan|haber|nivîskar|nivîsandin|بقلم|كتب|كتبت|كتبه|إعداد|اعداد|الكاتب|الكاتبة|نویسنده|نوشته|به قلم|نووسەر|ئامادەکردنی|מאת|כתב|συντάκτης|της|του|γράφει ο|γράφει η|作者|记者|記者|লেখক'
const ALONE = new RegExp(`^(?:(?:written|posted|story|article|text) )?(?:${WRITERS}|od)\\s*[:：-]?$`, 'iu')
const OPENING = new RegExp(
  `^(?:(?:(?:written|posted|published|reported|reporting|story|text|words|analysis|opinion|comment|commentary|interview) )?by|(?:eine? \\p{L}+ |interview |text )?von|por|(?:propos recueillis |reportage |analyse |récit |entretien )?par|door|author|autor|autore|auteur|автор|yazar|yazan|بقلم|מאת)(?:\\s*[:：]\\s*|\\s+)(?=\\p{Lu}|\\p{Lo})|^(?:(?:${WRITERS})\\s*[:：]\\s*|(?:opracowa[łl]a?|oprac\\.)\\s*[:：]?\\s*|(?:a cura di|di|av|af)\\s+)(?=\\p{Lu}|\\p{Lo})`,
  'iu',
)

/** "By Jane Roe", or "By" and the name on the next line. */
function bylineIn(line: string, next: string | undefined): readonly string[] {
  if (line.length > LINE) return []
  if (ALONE.test(line)) return next !== undefined && next.length < LINE ? [next] : []
  const [opening] = OPENING.exec(line) ?? []
  if (opening === undefined) return []
  return [line.slice(opening.length).replace(/\s+(?:on|am|le|el|il)\s+.*\d{4}.*$|\s*[|•·–—,-]\s*\S*\s*\d.*$/iu, '')]
}
