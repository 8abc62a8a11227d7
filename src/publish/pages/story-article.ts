import { ownershipWords } from '../../text/index.ts'
import { directionOf } from '../entry/direction.ts'
import type { PublishedEntry } from '../entry/published-entry.ts'
import { revisionWords } from '../entry/revision-words.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import { ENTRY_WORDS } from '../words/entry-words.ts'
import type { PageWords } from '../words/page-words.ts'
import type { Names } from './names.ts'
import { pictureless } from './pictureless.ts'
import { reasonsHtml } from './reasons.ts'

/** One story on a page: its title leads to the publisher, its credit stands above its text and its source below. */
export function storyArticle(entry: PublishedEntry, words: PageWords, names: Names): string {
  const { story, parts, language } = entry
  const { lead } = story
  const lang = language === undefined ? '' : ` lang="${escapeAttribute(language)}"`
  const sources = new Set([lead.carrier.sourceId, ...story.copies.map((copy) => copy.carrier.sourceId)])
  const data = [
    `data-language="${escapeAttribute(language ?? '')}"`,
    `data-outlet="${[...sources].join(' ')}"`,
    `data-voice="${lead.carrier.ownership ?? ''}"`,
  ].join(' ')
  const text = lead.republish === 'full' ? pictureless(parts.text) : parts.text
  return `<article class="story" id="s-${entry.id.slice(9)}" dir="${directionOf(language)}" ${data}>
<h3${lang}><a href="${escapeAttribute(entry.url)}" rel="external noopener">${escapeText(entry.title)}</a></h3>
<p class="credit"><bdi${lang}>${escapeText(entry.credit)}</bdi>${moment(entry)}</p>
<ul class="marks" lang="${words.language}">${marks(entry, words, names)}</ul>
${text === '' ? '' : `<div class="text"${lang}>${text}</div>\n`}${inner('also', parts.also, lang)}${licence(entry, words)}${reasonsHtml(lead.verdict, words)}
${inner('source', parts.last, '')}</article>`
}

/** The hour, which the credit line does not say; nothing for an item without a date of its own. */
function moment({ published }: PublishedEntry): string {
  if (published === undefined) return ''
  const iso = published.toISOString()
  const hour = iso.slice(11, 16)
  return hour === '00:00' ? '' : ` <time datetime="${iso}" dir="ltr">${hour} UTC</time>`
}

function marks({ story, language, ownership, published }: PublishedEntry, words: PageWords, names: Names): string {
  const { lead } = story
  const list = [`<li>${escapeText(names.language(language))}</li>`]
  if (ownership !== undefined)
    list.push(`<li class="voice-${ownership}">${escapeText(ownershipWords(ownership, words.language))}</li>`)
  if (lead.carrier.country !== undefined) list.push(`<li>${escapeText(names.country(lead.carrier.country))}</li>`)
  if (published === undefined) list.push(`<li>${escapeText(words.undated)}</li>`)
  const revised = revisionWords(lead, words.language)
  if (revised !== undefined) list.push(`<li>${escapeText(revised)}</li>`)
  return list.join('')
}

function licence({ licence, licenceUrl, reservation }: PublishedEntry, words: PageWords): string {
  const reserved =
    reservation === undefined
      ? ''
      : `<p class="licence" lang="${words.language}">${escapeText(ENTRY_WORDS[words.language].reserved)}</p>\n`
  if (licence === undefined) return reserved
  const name =
    licenceUrl === undefined ? escapeText(licence) : `<a href="${escapeAttribute(licenceUrl)}">${escapeText(licence)}</a>`
  return `<p class="licence"><span lang="${words.language}">${escapeText(ENTRY_WORDS[words.language].licence)}</span> <bdi>${name}</bdi></p>\n${reserved}`
}

/** A line of the body with a class on its paragraph. */
function inner(name: string, html: string, lang: string): string {
  return html === '' ? '' : `${html.replace('<p', `<p class="${name}"${lang}`)}\n`
}
