import { plainWords } from './plain-words.ts'
import { RETRACTION_WORDS } from './retraction-words.ts'
import { sentences } from './sentences.ts'

/** A notice is short: what is longer is an article about a retraction. */
const MOST_WORDS = 90
const MOST_CHARS = 2_000
const MOST_SENTENCE = 400
const NOTES =
  'editor s note|editors note|editorial note|note|correction|not|editörün notu|تنويه|ملاحظة|hinweis|note de la rédaction'

/**
 * The words of a retraction, when an article that was there before now is one: its old headline behind a label such as `RETRACTED:`,
 * or a headline or text that is a notice such as `This article has been removed.` Undefined for anything else; when in doubt, too.
 * @param before the headline that the item had: on its own, a piece of news may open like this
 */
export function retractionNotice(article: { readonly title: string; readonly text: string }, before: string): string | undefined {
  const title = article.title.trim()
  if (title !== before.trim() && title.length <= MOST_SENTENCE && (isLabelled(title, before) || isNotice(title))) return title
  const text = article.text.trim()
  if (text.length > MOST_CHARS || plainWords(text).length > MOST_WORDS) return undefined
  let read = 0
  for (const sentence of sentences(text)) {
    if (isNotice(sentence.text)) return sentence.text
    read += 1
    if (read === 2) break // the first may be a label: an editor's note
  }
  return undefined
}

/** What follows the label is the old headline, or nothing. */
function isLabelled(title: string, before: string): boolean {
  const [whole, label] = /^[\s[(*]*([^:\])\-–—*]{3,40})\s*(?:[:\])\-–—*]+|$)/u.exec(title) ?? []
  if (whole === undefined || label === undefined) return false
  const words = plainWords(label).join(' ')
  if (!RETRACTION_WORDS.some(({ labels }) => phrases(labels).includes(words))) return false
  const old = new Set(plainWords(before))
  const rest = plainWords(title.slice(whole.length))
  return !(old.has(words) && rest.length === 0) && rest.filter((word) => old.has(word)).length * 2 >= rest.length
}

function isNotice(sentence: string): boolean {
  if (sentence.length > MOST_SENTENCE) return false
  const all = plainWords(sentence)
  const words = all.slice(openingOf(all, NOTES))
  return RETRACTION_WORDS.some(({ pointed, named, fates, between }) => {
    const pointer = openingOf(words, pointed)
    if (pointer > 0) return speaksOf(words.slice(pointer), fates, between)
    const name = openingOf(words, named)
    return name > 0 && speaksOf(words.slice(name), fates, 0)
  })
}

/** Whether one of these phrases begins within so many words. */
function speaksOf(words: readonly string[], fates: string, within: number): boolean {
  const said = ` ${words.join(' ')} `
  return phrases(fates).some((fate) => {
    const at = said.indexOf(` ${fate} `)
    return at >= 0 && said.slice(0, at).split(' ').length - 1 <= within
  })
}

/** How many words the longest of these phrases takes at the beginning; 0 when none stands there. */
function openingOf(words: readonly string[], openings: string): number {
  const start = ` ${words.slice(0, 6).join(' ')} `
  const lengths = phrases(openings).map((phrase) => (start.startsWith(` ${phrase} `) ? phrase.split(' ').length : 0))
  return Math.max(0, ...lengths)
}

function phrases(table: string): readonly string[] {
  return table.split('|').map((phrase) => plainWords(phrase).join(' '))
}
