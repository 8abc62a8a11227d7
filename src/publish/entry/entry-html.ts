import type { Item, Story } from '../../model/index.ts'
import { alsoReportedBy, httpUrl, type ReaderLanguage, SOURCE_LABEL } from '../../text/index.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import { slots } from '../markup/slots.ts'
import { ENTRY_WORDS } from '../words/entry-words.ts'
import { directionOf } from './direction.ts'
import { outletOf } from './outlet.ts'

/** What the body of an entry is made from. */
export type BodyParts = {
  readonly story: Story
  readonly outlet: string
  readonly credit: string
  /** what is said of the outlet and its corrections, in the reader's language */
  readonly notes: readonly string[]
  readonly summary: string
  readonly reader: ReaderLanguage
}

/** The lines of a body, HTML each; empty where there is nothing to say. */
export type EntryParts = {
  readonly first: string
  readonly text: string
  readonly also: string
  readonly licence: string
  readonly last: string
}

/**
 * The body as readers get it, in every format: the credit first; what the policy allows; the other outlets; `Kaynak/Source:` with
 * the address as visible text last, since copying and printing lose what stands only in an anchor. Set in the item's language.
 */
export function entryHtml(parts: EntryParts, language: string | undefined): string {
  const lang = language === undefined ? '' : ` lang="${escapeAttribute(language)}"`
  return `<div${lang} dir="${directionOf(language)}">${parts.first}${parts.text}${parts.also}${parts.licence}${parts.last}</div>`
}

/** The lines that a body is made of. */
export function entryParts(parts: BodyParts): EntryParts {
  const { lead } = parts.story
  return {
    first: `<p>${firstLine(parts)}</p>`,
    text: textHtml(lead, parts.summary),
    also: alsoHtml(parts),
    licence: licenceHtml(lead, parts.reader),
    last: `<p dir="ltr">${SOURCE_LABEL} ${anchor(lead.url, lead.url)}</p>`,
  }
}

/** `Agency, via Outlet, date · state media · corrected by the source on …` */
function firstLine({ credit, notes, reader }: BodyParts): string {
  return [escapeText(credit), ...notes.map((words) => `<bdi lang="${reader}">${escapeText(words)}</bdi>`)].join(' · ')
}

function textHtml(lead: Item, summary: string): string {
  if (lead.republish === 'full' && lead.html !== undefined && lead.html !== '') return lead.html
  if (summary === '') return ''
  return summary
    .split('\n')
    .map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
    .join('')
}

function alsoHtml({ story, outlet }: BodyParts): string {
  const held = slots()
  const links = story.copies.map((copy) => held.markup(anchor(copy.url, copyName(copy, outlet))))
  return links.length === 0 ? '' : `<p>${held.fill(escapeWords(alsoReportedBy(links, story.lead.language)))}</p>`
}

/** Two addresses of one outlet are told apart by their hosts. */
function copyName(copy: Item, outlet: string): string {
  const name = outletOf(copy)
  return name === outlet ? `${name} (${new URL(copy.url).host})` : name
}

function licenceHtml({ credit: { licence }, rights }: Item, reader: ReaderLanguage): string {
  const words = ENTRY_WORDS[reader]
  const address = licence === undefined ? undefined : httpUrl(licence)
  const stated = licence === undefined ? '' : address === undefined ? escapeText(licence) : anchor(address, licence)
  const lines = [stated === '' ? '' : `${words.licence} ${stated}`, rights?.reserved === true ? words.reserved : '']
  return lines.map((line) => (line === '' ? '' : `<p>${line}</p>`)).join('')
}

function anchor(url: string, text: string): string {
  return `<a href="${escapeAttribute(url)}">${escapeText(text)}</a>`
}

/** Escapes the words of a phrase and leaves the slots in it alone. */
function escapeWords(phrase: string): string {
  return phrase.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
