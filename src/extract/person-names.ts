import { agencyNamed, cleanText, plainText } from '../text/index.ts'
import { isDesk } from './desk-names.ts'

const BY =
  /^(?:(?:posted|written|authored|published|reported|story|article|text|words|analysis|report|opinion|interview|reviewed|edited)\s+)?(?:by|von|por|par|od|przez|от|door|av|af)\s+|^(?:by|von|por|par|autor(?:in|en)?|author|auteurs?|autore|autores|автор|text|texte|texto|testo|yazan|yazar|haber|nivîskar|nivîsandin|بقلم|كتب|كتبت|كتبه|تقرير|إعداد|اعداد|الكاتب|الكاتبة|نویسنده|نوشته|به قلم|نووسەر|ئامادەکردنی|מאת|כתב|opracowa[łl]a?|oprac\.|redigert av|di|συντάκτης|作者|记者|記者|লেখক)\s*[:：]\s*|^(?:بقلم|כתב|מאת|كتبت?|γράφει [οη])\s+/iu

/** Offices and rooms, not people; and what a form leaves in a field. */
const NOT_A_PERSON =
  /^(?:[\p{L}\d]{0,12}admin(?:istrator)?|newsdesk|editors?|editorial|staff|anonymous|unknown|guest|none|null|undefined|webmaster|newsroom|online|web|default|author|user|contributor|facebook|twitter|view (?:all )?(?:posts|bio)|(?:the )?associated press|reuters|ap|afp|dpa|efe|ansa|upi|tass|xinhua|aap|pa|aa|dha|iha|cnn|bbc|sana|agence france[- ]presse|anadolu(?: agency| ajans[ıi])?|press association|canadian press|europa press|pti|ani|ians|bloomberg)$/iu

const ROOM_WORDS =
  /(?:^|[\s-])(?:staff|team|desk|newsroom|editorial|editors?|redaktion|redacci[oó]n|redazione|r[eé]daction|redakcja|редакция|redaksiyon|editör(?:ü)?|haber merkezi|servisi|agency|agencies|agencia|agentur|agence|ajans[ıi]|news|media|press|magazine|correspondents?|reporters?|reporter|writers?|columnist|producer|contributor|director|manager|professor|journalist|journalistin|redakteur(?:in)?|korrespondent(?:in)?|expert|specialist|strategist|analyst|consultant|contributor|correspondante|corresponsal|inviat[oa]|redactora?|periodista|giornalista|journaliste|studio|home|admin|read|share|follow|updated|published|inc|ltd|llc|gmbh|tv|radio|online|administrator|ministr(?:y|ies)|department|bureau|council|university|institute|foundation|committee|government|embassy|association|federation|company|group|network|hospital|society|observatory|assessoria|coordenadoria|imprensa|redação|prefeitura|ministerio|ministère|ministerium|министерство|пресс-служба|служба|gazetesi|merkezi|ekibi|bakanlığı|müdürlüğü|redactie|redaktionen|toimitus|σύνταξη|وكالات|وكالة|تحرير|التحرير|فريق|قسم|مكتب|وزارة|مركز|شبكة|موقع|صحيفة|جريدة|قناة|متابعات|روزنامه|شبکه|گروه|سرویس|אתר|סוכנות|خبرگزاری|مערכת|מערכת|чиновник|агентство)(?:$|[\s.,-])/iu

/** What stands between two names, kept when it splits. */
const BETWEEN =
  /(\s*(?:[;|•·\n/،؛、]|\s[–—-]\s|,(?!\s*(?:jr|sr|ph\.?d|m\.?d|esq|i{2,3}|iv)\b\.?\s*(?:$|[;|,]|and\s))(?:\s*(?:and|und|et|y|e|ve|&)\s)?)\s*|\s+(?:and|und|et|y|e|ve|i|и|و|en|og|och|with|mit|avec)\s+|\s*&\s*)/iu

/** Arabic writes "and" onto the next name; these names begin with the same letter. */
const ARABIC_AND =
  /(?<=\p{Script=Arabic}+ \p{Script=Arabic}{2,}) و(?!(?:ليد|ائل|سام|سيم|فاء|داد|جدي|جيه|حيد|رد|ردة|عد|لاء|هيب|هبة|ضاح|فيق|صفي|رده|ديع|جدان|سن|اصف)(?:\s|$))(?=\p{Script=Arabic}{2,} \p{Script=Arabic}{2,})/gu

/** Who did something else to the article, and what was done to it later. */
const OTHERS =
  /\s(?:researched|(?:medically |legally |peer )?reviewed|fact[- ]?checked|edited|translated|curated|updated|published|posted|last updated) (?:by|on)\b.*$/iu

/** Who paid for it, took the pictures, or put it into another language. */
const OTHER_WORK =
  /^(?:sponsored|paid|presented|promoted|provided|photos?|photographs?|photography|pictures?|images?|illustrations?|video|edited|translated|translation|fotos?|bild|foto|фото|перевод|çeviri|çeviren|fotoğraf|ترجمة|تصوير|الصورة|عکس|ترجمه|צילום|תרגום|zdjęci[ea]|tłumaczenie)(?:\s+(?:by|von|de|par|content by))?(?:\s*[:：]|\s+by\s|\s+von\s)/iu

/**
 * The persons that a byline names: without "By", titles of office, addresses, outlets, agencies and desks.
 * @param byline what stood there, markup and entities allowed
 * @param notThese names that are no persons here, such as the site's own
 */
export function personNames(byline: string, notThese: readonly string[] = []): readonly string[] {
  const text = cleanText(plainText(byline.slice(0, 1_000)))
  if (text === '' || /^https?:/i.test(text) || OTHER_WORK.test(text)) return []
  const parts = text
    .replace(/\s*[(<[][^)>\]]*[)>\]]/g, ' ')
    .replace(/\S+@\S+|https?:\S+|(?:^|\s)@\w+|\*/g, ' ')
    .replace(BY, '')
    .replace(OTHERS, '')
    .replace(ARABIC_AND, ' ، ')
    .split(BETWEEN)
  const names = withoutAffiliations(withoutPlaces(parts)).map((name) => withoutOutlet(tidied(name), notThese))
  const denied = new Set(notThese.map(key))
  const persons = names.filter((name) => isPerson(name) && !denied.has(key(name)))
  return [...new Map(persons.map((name) => [key(name), name])).values()]
}

/** "Jane Roe, Harim", "PTI, Harim": one word behind a comma or a dash is a place or an outlet, unless all are single words. */
function withoutPlaces(parts: readonly string[]): readonly string[] {
  const isWhole = (part: string): boolean => /\S\s+\S/.test(part.trim()) || NOT_A_PERSON.test(part.trim())
  if (!isWhole(parts[0] ?? '')) return parts
  return parts.map((part, at) =>
    at > 0 && at % 2 === 0 && !isWhole(part) && /^\s*[,،|•·–—-]\s*$/.test(parts[at - 1] ?? '') ? '' : part,
  )
}

/** `Head of Research`, `Fellow at the Example Institute` */
const OFFICE = /\S\s(?:of|at|for)\s/i
const ROLE = /(?:^|\s)(?:writer|editor|reporter|correspondent|columnist|director|manager|analyst|officer)$/i

/** "Jane Roe, Director of Operations, Example Lines": what follows an office in the same row of commas is whose office it is. */
function withoutAffiliations(parts: readonly string[]): readonly string[] {
  const names: string[] = []
  let inOffice = false
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 1)
      inOffice &&= /^\s*(?:,|[–—-]|and|&)\s*$/i.test(part) // ", and" goes on to the next person
    else if (!inOffice) {
      names.push(part)
      inOffice = at > 0 && (OFFICE.test(part) || ROLE.test(part))
    }
  }
  return names
}

/** "Jane Roe Example Times" -> Jane Roe. */
function withoutOutlet(name: string, outlets: readonly string[]): string {
  const outlet = outlets.find(
    (one) => one.length > 2 && name.length > one.length + 4 && name.toLowerCase().endsWith(` ${one.toLowerCase()}`),
  )
  return outlet === undefined ? name : name.slice(0, -outlet.length).trim()
}

function tidied(name: string): string {
  return name
    .replace(BY, '')
    .replace(/\s+(?:(?:in|aus|à|a)\s+|for\s+(?:the\s+)?)\p{Lu}.*$/u, '')
    .replace(/^(?:dr|prof|mr|mrs|ms|sir)\.?\s+(?=\S+\s+\S)/iu, (title) => title)
    .replace(/\s+(?:publiziert|veröffentlicht|published|posted|writes|reports?|schreibt|escribe)$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:–—-]+|[\s,:–—-]+$/g, '')
}

function isPerson(name: string): boolean {
  if (name.length < (/^\p{Script=Han}/u.test(name) ? 2 : 3) || name.length > 60 || name.split(' ').length > 6) return false
  if (/\d|[@#?!<>{}=]|\.(?:com|org|net|de|fr|co)\b/i.test(name) || !/\p{L}{2}/u.test(name)) return false
  if (OFFICE.test(name) || /^(?:the|from|with|via)\s/i.test(name)) return false
  if (/^\p{Lu}{1,5}$/u.test(name) || /^\p{Lu}.*\s\p{Ll}\P{Lu}*$/u.test(name)) return false // letters of an office; words, not a name
  if (/^[a-z0-9]+(?:[._][a-z0-9]+)+$/.test(name)) return false // a user's name
  if (/^[a-z]{1,5}$/.test(name)) return false // initials of a desk
  return !NOT_A_PERSON.test(name) && !ROOM_WORDS.test(name) && !isDesk(name) && agencyNamed(name) === undefined
}

function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
