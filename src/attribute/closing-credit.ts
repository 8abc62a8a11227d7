import { agencyMentions, agencyNamed, cleanText } from '../text/index.ts'
import type { ClosingCredit } from './closing-credit-type.ts'
import { contributions } from './contributions.ts'
import { creditList } from './credit-list.ts'
import { isDefinition } from './is-definition.ts'

const REACH = 700
const SOURCE =
  /(?:^|\n|[.!?…)"'”»]\s+|\s{2})\s*(?:kaynak\s?\/\s?source|kaynak(?:lar)?|sources?|quellen?|fuentes?|fontes?|fonte|bron(?:nen)?|źródło|źródła|källa|kilde|источники?|джерел[оа]|المصدر|المصادر|مصدر|منبع|منابع|çavkanî|سەرچاوە|מקור|πηγή)\s?[:：]\s*([^\n]{2,120}?)\s*$/iu

/**
 * Reads the credit at the end of a text: "-AFP", "(With AFP and Reuters)", "Source: …", "Kaynak: AA", a last line that is a name, the
 * house tails of Reuters and AP, a copyright line, "X contributed to this report". Picture credits must have been taken out.
 */
export function closingCredit(tail: string): readonly ClosingCredit[] {
  const text = tail.slice(-REACH).trimEnd()
  if (text === '') return []
  const end = text.slice(-220)
  return [namedSource(text), bracketed(end), dashed(end), alone(end), copyrighted(text), ...contributions(text)].filter(
    (credit) => credit !== undefined,
  )
}

/** A source's line among the last lines; an address after the name is not part of it. */
function namedSource(text: string): ClosingCredit | undefined {
  for (const [at, line] of text.split('\n').slice(-6).reverse().entries()) {
    const match =
      SOURCE.exec(at === 0 ? line : `\n${line}`) ?? /(?:^|[.!?]\s)Sources?\s+(Reuters|AFP|AP|Agencies|[A-Z]{3,5})\s*$/u.exec(line)
    const printed = cleanText((match?.[1] ?? '').replace(/\s*\(?https?:\S+\)?|\s*\|.*$/gu, '')).replace(/[.\s]+$/u, '')
    if (printed === '' || printed.split(' ').length > 8) continue
    return { agencies: wiresIn(printed), source: printed, rule: 'named-source' }
  }
  return undefined
}

/** "… (AFP)", "(With Reuters and AFP) MoreImage": brackets at the end, two stray words of furniture allowed after them. */
function bracketed(end: string): ClosingCredit | undefined {
  const match = /\(([^()]{2,100})\)[.\s]*(?:(?!\p{Ll}+[\s.]*$)[^\s()]{1,20}\s*){0,2}$/u.exec(end)
  if (match === null) return undefined
  const [, inside = ''] = match
  const before = end.slice(0, match.index).trimEnd()
  const { agencies, others } = creditList(inside)
  const isClosed = before === '' || /[.!?…"'”»)\d]$/u.test(before) || /^(?:with|mit|avec|con)\s/iu.test(inside)
  const isSure = agencyMentions(inside).some((mention) => mention.isSure) || agencies.includes('Agencies')
  if (agencies.length === 0 || others.length > agencies.length || isDefinition(before, inside)) return undefined
  if (!isClosed && (!isSure || others.length > 0)) return undefined
  return { agencies, rule: 'closing-brackets' }
}

/** "… said.-AFP", "--Reuters", "– REUTERS": a dash that ends no word. */
function dashed(end: string): ClosingCredit | undefined {
  const match = /(?:^|[\s.!?…"'”»)\]])[-–—]{1,3}\s?([^\n–—]{2,60})$/u.exec(end)
  const { agencies, others } = creditList((match?.[1] ?? '').replace(/[.\s]+$|(?:\/\p{Ll}{2,4}){1,3}$/gu, ''))
  return agencies.length > 0 && others.length === 0 ? { agencies, rule: 'closing-dash' } : undefined
}

/** A last line, or what stands after the last full stop, that is nothing but names of agencies: "… he said. AFP/Reuters". */
function alone(end: string): ClosingCredit | undefined {
  const last = /(?:\n|[.!?…"'”»]\s)\s*([^\n.!?…]{2,60})\.?\s*$/u.exec(end)?.[1] ?? ''
  const { others } = creditList(last)
  const agencies = wiresIn(last)
  return agencies.length > 0 && others.length === 0 ? { agencies, rule: 'closing-line' } : undefined
}

/** An outlet that is named as a source is one, and no agency. */
function wiresIn(names: string): readonly string[] {
  return creditList(names).agencies.filter((name) => name === 'Agencies' || agencyNamed(name)?.isWire === true)
}

const COPYRIGHT = /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*)?(?:by\s+)?([^\n©]{2,80})/giu

/** "Copyright 2016 The Associated Press", "© dpa-infocom, dpa:…". */
function copyrighted(text: string): ClosingCredit | undefined {
  const agencies: string[] = []
  for (const match of text.matchAll(COPYRIGHT)) {
    const holder = copyrightHolder(match[1] ?? '')
    if (holder !== undefined && !agencies.includes(holder)) agencies.push(holder)
  }
  return agencies.length === 0 ? undefined : { agencies, rule: 'copyright-line' }
}

/** The agency that a copyright line names first. */
export function copyrightHolder(line: string): string | undefined {
  const bare = line.replace(/^\s*(?:©|\(c\)|copyright|\d{4}|the|by|[\s,.:-])+/iu, '')
  const whole = agencyNamed(bare)
  if (whole?.isWire === true) return whole.name
  const [first] = agencyMentions(bare.slice(0, 60))
  return first !== undefined && first.start === 0 && first.agency.isWire ? first.agency.name : undefined
}
