import type { Block } from './block.ts'
import { announcesOther, isLabelAlone } from './byline-labels.ts'
import { bylineSegments } from './byline-segments.ts'
import { beginsAsPerson } from './given-names.ts'
import { loneNames } from './lone-names.ts'
import { namesShown } from './names-shown.ts'
import { personNames } from './person-names.ts'
import { spacedText } from './spaced-text.ts'

const LINE = 160
const NAME = 60

/** What the lines under a headline say of the writers. */
export type HeaderNames = {
  /** lines, or parts of lines, that a label such as "By" opens */
  readonly bylines: readonly string[]
  /** links to authors' pages; else names that are marked as the author's, or have an office beside them */
  readonly named: readonly string[]
  /** lines that hold nothing but persons, places and dates */
  readonly alone: readonly string[]
}

/** Reads names from the lines around a headline, the first of each kind that names a person. */
export function headerNames(lines: readonly Block[]): HeaderNames {
  let bylines: readonly string[] = []
  const profiles: string[] = []
  let named: readonly string[] = []
  let alone: readonly string[] = []
  const headline = lines.findLastIndex((block) => block.tag === 'h1')
  for (const [at, block] of lines.entries()) {
    if (bylines.length === 0) bylines = bylineAt(lines, at)
    const isOther = announcesOther(lines[at - 1]?.text ?? '')
    if (isOther) continue
    profiles.push(...profilesIn(block))
    if (named.length === 0) named = namesShown(block)
    if (alone.length === 0 && at > headline && isAboveText(lines, headline, at)) alone = loneNames(block)
  }
  return { bylines, named: profiles.length > 0 ? profiles : named, alone }
}

/** Whether nothing stands between the headline and a line but short lines, or a summary right under the headline. */
function isAboveText(lines: readonly Block[], headline: number, at: number): boolean {
  const between = lines.slice(headline + 1, at)
  return between.every((block, index) => block.prose <= NAME || index === 0)
}

/** "By Jane Roe", or "By" and the names on the next lines. */
function bylineAt(lines: readonly Block[], at: number): readonly string[] {
  const block = lines[at]
  if (block === undefined || block.tag === 'h1' || block.text.length > LINE) return []
  const line = spacedText(block)
  if (isLabelAlone(line)) return named(following(lines, at + 1))
  if (/[.!?…؟]["”»]?$/u.test(line) && line.length > NAME && !/\b\p{L}{1,3}\.$/u.test(line)) return []
  const { isLabelled, opens } = bylineSegments(line)
  return isLabelled && (opens || !/^h[2-6]$/.test(block.tag)) && isSure(line) ? named([line]) : []
}

/** A genre stands before a theme as well, and a particle before a family name: there a first name must be known. */
function isSure(line: string): boolean {
  const names = personNames(line)
  if (GENRE.test(line)) return names.every(beginsAsPerson)
  return !PARTICLE.test(line) || names.some((name) => /\S\s\S/.test(name) || beginsAsPerson(name))
}

const GENRE =
  /^(?:interview|reportage|bericht|protokoll|récit|enquête|entretien|entrevista|reportaje|reportagem|intervista|analiz|röportaj|интервью|تقرير|تحقيق|حوار|متابعة|نص|گزارش|گفت[ ‌]?وگو|ראיון|כתבה)\s*[:：/–-]/iu
const PARTICLE = /^(?:von|par|por|door|di|av|af|od)\s/iu

/** The line below a label, and those that "and" joins to it. */
function following(lines: readonly Block[], from: number): readonly string[] {
  const names: string[] = []
  for (let at = from; at < lines.length && names.length < 10; at += 2) {
    const text = lines[at]?.text ?? ''
    if (text === '' || text.length > LINE) break
    names.push(text)
    if (!/^(?:and|&|,|und|et|y|e|ve|и|و|i|en|og|och)$/iu.test(lines[at + 1]?.text ?? '')) break
  }
  return names
}

function named(texts: readonly string[]): readonly string[] {
  return texts.some((text) => personNames(text).length > 0) ? texts : []
}

/** Where sites keep the pages of their authors. */
const PROFILE =
  /\/(?:authors?|auteurs?|autor(?:es|en|in|i|ka)?|people|staff|profiles?|profil|writers?|contributors?|reporters?|journalists?|yazar(?:lar)?|muhabir(?:ler)?|by|team|u|users?|kateb|writer|korrespondent\w{0,4}|redakt\w{0,6})\/[^/?#]+/i

function profilesIn(block: Block): readonly string[] {
  if (block.text.length > NAME) return []
  const names: string[] = []
  let before = ''
  for (const run of block.runs) {
    if (PROFILE.test(run.href ?? '') && !announcesOther(before.trim()) && personNames(run.text).length > 0) names.push(run.text)
    before += run.text
  }
  return names
}
