import type { Block } from './block.ts'
import { bylineSegments } from './byline-segments.ts'
import { beginsAsPerson } from './given-names.ts'
import { personNames } from './person-names.ts'
import { spacedText } from './spaced-text.ts'

const LINE = 90
const MOST = 3

/** Parts of a page where persons are named because they are written about. */
const ABOUT = /tag|topic|keyword|breadcrumb|trending|popular|share|comment|sidebar|rail|menu|hidden/

/**
 * The persons of a line that holds nothing but their names, a place, a house or a date (`Jane Roe, Harim | 3 May`). Only first names
 * that many bear count here, since nothing else tells such a line from a heading; a line that leads to a topic's page does not count.
 */
export function loneNames(block: Block): readonly string[] {
  const text = spacedText(block)
  if (text.length > LINE || /^h[1-3]$/.test(block.tag) || /[?!;…]|[.:]$/u.test(text) || isAbout(block)) return []
  const { segments, isLabelled } = bylineSegments(text)
  const [segment = ''] = segments
  if (isLabelled || segments.length !== 1) return []
  const names = personNames(text)
  const letters = names.join('').replace(/\P{L}/gu, '').length
  const isAll = names.length > 0 && names.length <= MOST && names.every((name) => isFull(name) && beginsAsPerson(name))
  return isAll && letters >= OWN_SHARE * segment.replace(/\P{L}/gu, '').length ? names : []
}

const OWN_SHARE = 0.3
const FULL = /^\S+(?: \S+){1,4}$/u
/** Letters without capitals do not tell a name from the words that go on with it. */
const FULL_WITHOUT_CAPITALS = /^(?:(?:د|أ)\. ?)?\p{Lo}[^\s]*(?: (?:بن|ابن|أبو|عبد|آل) \S+| \S+){1,2}$/u

function isFull(name: string): boolean {
  return (/^\p{Lo}/u.test(name) ? FULL_WITHOUT_CAPITALS : FULL).test(name)
}

function isAbout(block: Block): boolean {
  for (let veto = block.veto; veto !== undefined; veto = veto.outer) if (ABOUT.test(veto.reason)) return true
  return block.runs.some(
    ({ href }) =>
      href !== undefined &&
      /\/(?:tags?|topics?|search|category|categories|etiket(?:ler)?|konu|temas?|thema|themen|sujet|person)\b|[?&](?:s|q|tag)=/i.test(
        href,
      ),
  )
}
