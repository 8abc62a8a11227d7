import type { Block } from './block.ts'
import { announcesOther, isLabelAlone } from './byline-labels.ts'
import { bylineSegments } from './byline-segments.ts'
import { isFullName, namesShown } from './names-shown.ts'
import { personNames } from './person-names.ts'

const BELOW = 8
const CLOSE = 3
const LINE = 160
const NAME = 60

/**
 * The persons whom the lines below a text call its writers: a phrase or a label, a heading "Author" with names under it, a name marked
 * as the author's, a sentence that tells who somebody is (`Jane Roe is a writer in Harim`).
 * @param list every block of the page
 * @param end place of the article's last block
 */
export function footerNames(list: readonly Block[], end: number): readonly string[] {
  const from = Math.max(end - 1, 0)
  const blocks = list.slice(from, end + BELOW)
  const own = blocks.filter((block) => !isOfOthers(block))
  const ways = [
    () => own.flatMap((block) => writtenBy(block, block.at <= end + CLOSE)),
    () => underLabel(blocks, list),
    () => own.flatMap((block) => (announcesOther(list[block.at - 1]?.text ?? '') ? [] : namesShown(block))).slice(0, 1),
    () => own.filter((block) => block.at >= end).flatMap((block) => toldOf(block)),
  ]
  for (const way of ways) {
    const names = way()
    if (names.some((name) => personNames(name).length > 0)) return names
  }
  return []
}

/** Where other articles, their authors and what readers say of them stand. */
export function isOfOthers(block: Block): boolean {
  if (block.tag === 'li' || block.linkChars > block.text.length / 2) return true
  for (let veto = block.veto; veto !== undefined; veto = veto.outer)
    if (/related|recommend|more|latest|popular|trending|comment|nav|aside|sidebar|rail/.test(veto.reason)) return true
  return false
}

function writtenBy(block: Block, isClose: boolean): readonly string[] {
  const { text } = block
  if (text.length > LINE) return []
  const [opening] = WRITTEN.exec(text) ?? []
  if (opening !== undefined) return [text.slice(opening.length)]
  return isClose && text.length < NAME + 20 && /^[^:：]{2,25}[:：]/u.test(text) && bylineSegments(text).isLabelled ? [text] : []
}

const WRITTEN =
  /^(?:this (?:blog )?(?:post|article|story|report|piece) (?:was |is )?(?:written|reported|authored) by|(?:written|reported|authored|geschrieben) (?:by|von)|about the author|author|autor|autore|auteur|автор|yazar|yazan|الكاتب|كتبه|מאת)\s*[:：]?\s+(?=\p{Lu}|\p{Lo})/iu

/** "Author", and below it a name, or several with an office each. */
function underLabel(blocks: readonly Block[], list: readonly Block[]): readonly string[] {
  const label = blocks.find((block) => isLabelAlone(block.text) && /\p{L}{4}/u.test(block.text) && !/^by$/iu.test(block.text))
  if (label === undefined) return []
  const names: string[] = []
  for (const block of list.slice(label.at + 1, label.at + 1 + 3 * BELOW)) {
    if (block.text.length > NAME || /^h[1-3]$/.test(block.tag)) break
    if (isFullName(block.text) && (names.length === 0 || isOffice(list[block.at + 1]?.text ?? ''))) names.push(block.text)
  }
  return names
}

function isOffice(text: string): boolean {
  return text.length < NAME && !isFullName(text) && ROLES.test(text)
}

const ROLES =
  /(?:^|[^\p{L}])(?:writer|author|reporter|correspondent|columnist|journalist|contributor|editor|researcher|analyst|professor|lecturer|fellow|scholar|historian|activist|lawyer|director|engineer|manager|scientist|photographer|novelist|poet|student|expert|advis[eo]r|ambassador|minister|politician|academic|founder|president|officer|autor(?:in)?|journalist(?:in)?|redakteur(?:in)?|korrespondent(?:in)?|journaliste|écrivaine?|chercheu(?:r|se)|periodista|escritora?|giornalista|scrittore|scrittrice|jornalista|gazeteci|yazar|akademisyen|araştırmacı|журналист(?:ка)?|писатель|обозреватель|dziennikarka|dziennikarz|publicysta|כתב|כתבת|עיתונאי|עיתונאית|סופר)(?:$|[^\p{L}])/iu

const IS_A =
  /^\W{0,3}(?<name>\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|al|el|bin|ibn|de|van|von|der|di|da)){1,4})(?: \([^)]{1,40}\))? (?:(?:is|was|ist|est|es|è|é|jest|är|er) (?:an? |the |ein(?:e)? |une? |un[ao]? |)(?<what>.{2,90})|(?:covers|reports on|writes (?:about|on|for)|has (?:reported|covered|written)) )/u
const IS_A_IN_ARABIC =
  /^\W{0,3}(?<name>\p{Script=Arabic}{2,}(?: \p{Script=Arabic}{2,}){1,3})\s?[:،–-]\s?(?:هو |هي )?(?:كاتبة?|صحفية?|صحافية?|باحثة?|أكاديمية?|إعلامية?|روائية?|محللة?|ناشطة?|نویسنده|روزنامه‌نگار|پژوهشگر)(?:$|[^\p{L}])/u

/** The name in a sentence that tells who the author is. */
function toldOf({ text }: Block): readonly string[] {
  const found = IS_A.exec(text) ?? IS_A_IN_ARABIC.exec(text)
  const { name, what } = found?.groups ?? {}
  if (name === undefined || (what !== undefined && !ROLES.test(what))) return []
  return [name]
}
