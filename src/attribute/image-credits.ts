import { type AgencyMention, agencyMentions, cleanText } from '../text/index.ts'

/** Who took the pictures, and the text without those credits: blanks in their place, so that offsets stay. */
export type ImageCredits = { readonly credits: readonly string[]; readonly rest: string }

const LABEL =
  'photo(?:s|graph|graphs|grapher)?|foto(?:s|ğraf|ğrafı|graf|grafía)?|image|images|picture|pictures|bild|video|file|archive|archivo|arşiv|handout|фото|صورة|الصورة|صور|تصوير|عکس|צילום|תמונה|kuva|zdjęcie|fot'
const HAS_LABEL = new RegExp(`(?:^|[^\\p{L}])(?:${LABEL})(?:$|[^\\p{L}])`, 'iu')
const LABEL_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${LABEL}|(?:photo |image |picture )?credit|crédits?(?: photo)?)\\s*(?:by|courtesy of|courtesy|via|von|par|de|:|：|©|\\(c\\)|/)[^\\n.]{0,60}$`,
  'iu',
)
const LABEL_AFTER = /^\s?(?:photos?|foto(?:ğraf|s)?(?:ı)?|images?|pictures?|video|via getty|\/?\s?getty)(?![\p{L}])/iu
const PERSON = String.raw`(?!The\s)\p{Lu}[\p{L}'’.-]+(?:\s(?:al-|el-|bin\s|van\s|de\s)?(?!(?:The|A|An|In|At|On|But|It|He|She|They)\s)\p{Lu}[\p{L}'’.-]*){1,3}`
const NAME_AFTER = new RegExp(`^\\s?/\\s?(?:handout|${PERSON})`, 'u')
const NAME_BEFORE = new RegExp(`(?:^|[\\s([:,.])(?!(?:${LABEL})\\b)(${PERSON})\\s?/\\s?$`, 'u')

/**
 * Finds picture credits in a text: "(AFP photo)", "[Name/Reuters]", "REUTERS/Name", "AP Photo/Name", "Photo: AFP", a caption's
 * ". AP." before the text begins. What they name is no agency of the text.
 */
export function imageCredits(text: string): ImageCredits {
  const credits: string[] = []
  let rest = text
  const take = (start: number, end: number, credit: string): void => {
    const name = cleanText(credit)
    if (name !== '' && !credits.includes(name)) credits.push(name)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  }
  for (const match of text.matchAll(/\(([^()\n]{2,300})\)|\[([^[\]\n]{2,300})\]/gu)) {
    const inside = match[1] ?? match[2] ?? ''
    const credit = bracketed(inside, match[2] !== undefined)
    if (credit !== undefined && !isDateline(text, match.index + match[0].length))
      take(match.index, match.index + match[0].length, credit)
  }
  for (const mention of agencyMentions(rest)) {
    if (!mention.isSure && /^\p{Lu}.*\p{Ll}/u.test(text.slice(mention.start, mention.end))) continue
    const span = spanOf(rest, mention)
    if (span !== undefined) take(span.start, span.end, span.credit)
  }
  return { credits, rest }
}

/** The credit in a pair of brackets, or undefined when it is something else. */
function bracketed(inside: string, isSquare: boolean): string | undefined {
  const mentions = agencyMentions(inside)
  if (HAS_LABEL.test(inside)) {
    const named = /(?:\bby|\bcourtesy of|:|\/)\s*([^:]{2,60})$/iu.exec(inside)?.[1]
    return mentions.length > 0 ? mentions.map((one) => one.agency.name).join('/') : named
  }
  if (mentions.length === 0) return undefined
  if (isSquare || /\svia\s/iu.test(inside)) return inside
  return /^\s*\p{Lu}[\p{L}'’.-]+(?:\s+[\p{L}'’.-]+){1,4}\s*\/\s*\S/u.test(inside) &&
    agencyMentions(inside.split('/')[0] ?? '').length === 0
    ? inside
    : undefined
}

/** A dash after the bracket makes it a dateline, whatever stands inside. */
function isDateline(text: string, end: number): boolean {
  return /^\s*[.:]?\s*[-–—]/.test(text.slice(end, end + 5))
}

function spanOf(
  text: string,
  { start, end, agency }: AgencyMention,
): { readonly start: number; readonly end: number; readonly credit: string } | undefined {
  const before = text.slice(Math.max(0, start - 80), start)
  const after = text.slice(end, end + 80)
  const label = LABEL_AFTER.exec(after)
  const name = NAME_AFTER.exec(after.slice(label?.[0].length ?? 0))
  const isNamed = name !== null && agencyMentions(name[0]).length === 0
  if (label !== null || isNamed) {
    const length = (label?.[0].length ?? 0) + (isNamed ? name[0].length : 0)
    return { start, end: end + length, credit: isNamed ? `${agency.name}/${name[0].replace(/^[\s/]+/u, '')}` : agency.name }
  }
  const photographer = NAME_BEFORE.exec(before)?.[1]
  if (photographer !== undefined && /^\s*(?:[.,)\]\n]|$|\s)/.test(after) && !/^\s*[,.]?\s*\(/.test(after)) {
    return { start, end, credit: `${photographer}/${agency.name}` }
  }
  if (LABEL_BEFORE.test(before)) return { start, end, credit: agency.name }
  return isCaptionEnd(before, after) ? { start, end, credit: agency.name } : undefined
}

/** ". AP. BAGHDAD (AFP) -": a credit alone between a caption and the text. */
function isCaptionEnd(before: string, after: string): boolean {
  return /[.!?]\s+$/.test(before) && /^\.\s+\p{Lu}[\p{Lu}\s,./'-]{2,40}\s*\(/u.test(after)
}
