import { agencyMentions } from '../text/index.ts'

/** Offices, rooms, outlets: whatever holds one of these words is no person. */
const NOT_A_PERSON =
  /redaktion|(?:^|[\s.-])(?:staff|team|desk|newsroom|editorial|editors?|redaktion|redacci[oó]n|redazione|r[eé]daction|redakcja|redactie|редакция|редакція|haber|merkezi|servisi|masası|agency|agencies|agencia|agentur|agenturen|agence|agences|agenzia|ajans[ıi]?|ajanslar|news|media|press|presse|magazine|times|post|daily|gazete(?:si)?|zeitung|online|web|website|tv|radio|television|channel|network|institute|foundation|group|inc|ltd|llc|gmbh|ag|admin|administrator|webmaster|author|guest|anonymous|unknown|user|correspondents?|reporters?|writers?|contributors?|service|services|bureau|office|ministry|director|manager|president|professor|founder|officer|specialist|expert|analyst|fellow|researcher|university|committee|operations|com|org|net|nast|وكالات?|وكالة|التحرير|تحرير|مراسل(?:ون)?|مراسلو|موقع|قناة|صحيفة|شبكة|فريق|خبرگزاری|گروه|سرویس|агентство|информагентство|корр|מערכת|סוכנויות)(?:$|[\s.,-])/iu
/** Names in scripts without spaces. */
const HAN_NAME = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}·・]{2,12}$/u
const HAN_OFFICE = /[社网網台报報部]|编辑|記者|记者|综合|기자|뉴스/u
const MOST_WORDS = 6

/** Whether a text has the shape of a person's name: two to six words; no figures, no offices, no agency. */
export function isPersonName(text: string): boolean {
  if (text.length < 3 || text.length > 60 || /[\d@#!?<>{}[\]=:;"“”«»/\\|]/u.test(text) || !/\p{L}{2}/u.test(text)) return false
  const words = text.split(/\s+/u)
  if (words.length > MOST_WORDS || NOT_A_PERSON.test(text)) return false
  if (agencyMentions(text).some((mention) => mention.isSure)) return false
  if (words.length === 1) return HAN_NAME.test(text) && !HAN_OFFICE.test(text)
  return words.every((word) => !/^\p{Ll}{4,}$/u.test(word))
}
