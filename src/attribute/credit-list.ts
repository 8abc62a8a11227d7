import { type Agency, agencyNamed } from '../text/index.ts'

/** What a list of names in a credit holds. */
export type CreditList = {
  /** short names, in order, each once; `Agencies` where the text names no one */
  readonly agencies: readonly string[]
  /** the other names in it: persons, outlets, desks */
  readonly others: readonly string[]
}

const BETWEEN =
  /\s*[,;/|+·•\n]\s*|\s+[-–—]\s+|\s*&\s*|\s+(?:and|und|et|y|e|ve|i|и|та|en|og|och|û|with|mit|avec|con|met|via|ile|by|с|מ)\s+|\s+(?:و\s*|مع\s+)|\s+ו(?=\p{L})/iu

/** "With Reuters and AFP", "Based on reporting by", "Agencia": words around the names. */
const AROUND =
  /^(?:(?:and|und|et|y|ve|و|with|from|via|by|sources?:?|quellen?:|kaynak:|fuentes?:|fonte:|المصدر:|inputs?|files?|material|reporting|reports?|information|based|on|additional|contributions?|mit|von|der|aus|avec|par|l['’]|con|información|de|la|agencias?\s+(?=\p{Lu})|with\s+agency\s+inputs?|ile|by\s+our|من|عن|مع|نقلا عن|نقلاً عن)\s+)+/iu

const NO_ONE =
  /^(?:(?:news\s+)?agenc(?:y|ies)(?:\s+(?:inputs?|reports?))?|wires?(?:\s+(?:services?|reports?))?|wire\s+services|news\s+wires?|newswires?|ajanslar|ajans|haber ajansları|agences?(?:\s+de\s+presse)?|(?:presse|nachrichten)?agenturen|agenturmaterial|agencias|agenzie|agências|persbureaus|agentschappen|агентства|информагентства|агенції|agencje|وكالات(?:\s+(?:الأنباء|أنباء))?|الوكالات|خبرگزاری‌?ها|סוכנויות(?:\s+הידיעות)?|ajans)$/iu

/** Reads names joined by commas, slashes or "and". Pieces are judged one by one; nothing is searched inside a piece. */
export function creditList(text: string): CreditList {
  const agencies: string[] = []
  const others: string[] = []
  const whole = agencyNamed(text)
  if (whole !== undefined) return { agencies: [whole.name], others }
  for (const piece of text.slice(0, 300).split(BETWEEN)) {
    const name = piece.replace(AROUND, '').replace(/^[\s.:()[\]"'“”]+|[\s:()[\]"'“”]+$/gu, '')
    if (name === '') continue
    const agency: Agency | undefined = agencyNamed(name) ?? agencyNamed(name.replace(/\.$/, ''))
    const short = agency?.name ?? (NO_ONE.test(name.replace(/\.$/, '')) ? 'Agencies' : undefined)
    if (short === undefined) others.push(name.replace(/\.$/, ''))
    else if (!agencies.includes(short)) agencies.push(short)
  }
  return { agencies, others }
}
