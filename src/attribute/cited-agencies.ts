import { agencyMentions } from '../text/index.ts'

const CUE_BEFORE =
  /(?:told|tells|telling|according to|citing|cited by|quoted?(?: by)?|quoting|reported by|reports? (?:by|from|in)|said (?:by|to)|spoke (?:to|with)|interview with|statement to|news agency|news wire|agency|agencies|media|television|published by|carried by|from|by|an?|göre|ajansı|laut|gegenüber(?: der)?|der (?:nachrichten)?agentur|agentur|zufolge|berichtet(?:e)?|selon|à l['’]|déclaré à l?['’]?|agence(?: de presse)?|indiqué|según|dijo a|agencia|declaró a|secondo|agenzia|ha detto all['’]|volgens|persbureau|агентств\p{L}*|сообщ\p{L}+|передает|по данным|заявил\p{L}*|وكالة(?:\s\p{L}+){0,3}|لوكالة|بحسب|وفق|نقلت|عن|خبرگزاری|به گزارش|به نقل از|agencj\p{L}+|podał\p{L}*|według|סוכנות(?: הידיעות)?)\s+(?:the\s+|l['’]|state(?:-run)?\s+|official\s+|syrian\s+|turkey['’]s\s+|state-owned\s+)*$|(?:^|[\s(])(?:l|d|all|dell|dall)['’]$/iu
const CUE_AFTER =
  /^(?:['’]\p{Ll}{1,4}\b|\s+(?:news\s+agency|news\s+wire|agency|muhabirine|haber ajansı|ajansı)?\s*,?\s*(?:reported|reports|said|says|quoted|cited|citing|learned|wrote|added|that|in an?|correspondent|reporter|journalist|has learned|report|aktardı|bildirdi|duyurdu|geçti|yazdı|muhabirine|berichtete?|meldete?|zufolge|a rapporté|rapporte|informó|informa|ha riferito|meldde|сообщ\p{L}+|передает|пишет|أفادت|قالت|ذكرت|نقلت|أن|إن|گزارش داد|نوشت|donosi|podała|poinformowała|דיווחה|news agency|state news agency))/iu

/** What makes a common word an agency's name. */
const AGENCY_BEFORE =
  /(?:agency|agence|agencia|agenzia|agentur|ajansı|агентств\p{L}*|وكالة(?:\sأنباء)?|خبرگزاری|ئاژانسی|agencj\p{L}+)\s+["“«(]?$/iu
const AGENCY_AFTER = /^["”»)]?\s+(?:news agency|agency|haber ajansı|ajansı|muhabirine)/iu

/** Agencies that a text quotes: by a word of saying or asking beside the name, or an Arabic preposition joined to it. Each once. */
export function citedAgencies(text: string, notThese: readonly string[]): readonly string[] {
  const cited: string[] = []
  for (const mention of agencyMentions(text)) {
    const { name } = mention.agency
    if (notThese.includes(name) || cited.includes(name)) continue
    const before = text.slice(Math.max(0, mention.start - 60), mention.start).replace(/[("“«]$/u, '')
    const after = text.slice(mention.end, mention.end + 40)
    const isCalledAgency = AGENCY_BEFORE.test(before) || AGENCY_AFTER.test(after)
    const isPlain = mention.isSure || !/^\p{Lu}.*\p{Ll}|\p{Lo}/u.test(text.slice(mention.start, mention.end))
    if (mention.isJoined || isCalledAgency || (isPlain && (CUE_BEFORE.test(before) || CUE_AFTER.test(after)))) cited.push(name)
  }
  return cited
}
