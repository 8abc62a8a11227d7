import { agencyNamed } from '../text/index.ts'
import { isDesk } from './desk-names.ts'
import { beginsAsPerson } from './given-names.ts'

/** Offices and rooms, not people; and what a form leaves in a field. */
const NOT_A_PERSON =
  /^(?:[\p{L}\d]{0,12}admin(?:istrator)?|newsdesk|editors?|editorial|staff|anonymous|unknown|guest|none|null|undefined|webmaster|newsroom|online|web|default|author|user|contributor|facebook|twitter|others?|more|agencies|view (?:all )?(?:posts|bio)|(?:the )?associated press|reuters|ap|afp|dpa|efe|ansa|upi|tass|xinhua|aap|pa|aa|dha|iha|cnn|bbc|sana|agence france[- ]presse|anadolu(?: agency| ajans[ıi])?|press association|canadian press|europa press|pti|ani|ians|bloomberg|opr\.?|red\.?|rmb?|mon(?:day)?|tues?day|wednesday|thursday|friday|saturday|sunday)$/iu

const ROOM_WORDS =
  /(?:^|[\s-])(?:staff|team|desk|newsroom|editorial|editors?|redaktion|redacci[oó]n|redazione|r[eé]daction|redakcja|редакция|redaksiyon|editör(?:ü)?|haber merkezi|servisi|agency|agencies|agencia|agentur|agence|ajans[ıi]|news|media|press|magazine|correspondents?|reporters?|reporter|writers?|columnist|producer|contributor|director|manager|professor|journalist|journalistin|redakteur(?:in)?|korrespondent(?:in)?|expert|specialist|strategist|analyst|consultant|contributor|correspondante?|corresponsal|inviat[oa]|redactora?|periodista|giornalista|journaliste|envoyée?|enviad[oa]|studio|home|admin|read|share|follow|updated|published|inc|ltd|llc|gmbh|tv|radio|online|administrator|ministr(?:y|ies)|department|bureau|council|university|college|school|institute|foundation|committee|government|embassy|association|federation|company|group|network|hospital|society|observatory|engineer|developer|president|founder|cofounder|officer|fellow|assistant|associate|intern|assessoria|coordenadoria|imprensa|redação|prefeitura|ministerio|ministère|ministerium|министерство|пресс-служба|служба|gazetesi|merkezi|ekibi|bakanlığı|müdürlüğü|redactie|redaktionen|toimitus|σύνταξη|وكالات|وكالة|تحرير|التحرير|فريق|قسم|مكتب|وزارة|مركز|شبكة|موقع|صحيفة|جريدة|قناة|متابعات|غرفة|ديسك|مراسل|مراسلة|كاتب|كاتبة|صحفي|صحفية|صحافي|صحافية|باحث|باحثة|روزنامه|شبکه|گروه|سرویس|אתר|סוכנות|סוכנויות|וסוכנויות|חדשות|כתב|כתבת|כתבנו|خبرگزاری|خبرنگار|روزنامه‌نگار|מערכת|чиновник|агентство|корреспондент|журналист|новости|газета|журнал)(?:$|[\s.,-])/iu

/** What outlets are called; a few persons too, so that a first name before it speaks louder. */
const OUTLET_WORDS =
  /(?:^|[\s-])(?:times|post|tribune|herald|gazette|chronicle|journal|today|daily|weekly|monitor|observer|guardian|telegraph|independent|standard|wire|insider|reports?|review|live|direct|watch|bulletin|digest|central|world|global|international|tips|guide|blog|channel|centre|center|project|service|zeitung|nachrichten|kurier|rundschau|haber(?:ler|leri)?|gündem|gazete|dergi(?:si)?|portalı?|أخبار|الأخبار|نيوز|اليوم|أونلاين|اونلاين|برس|تلفزيون|إذاعة|راديو|صوت|خاص|خبر|الإخبارية|اخبار|نیوز|آنلاین|خبر|ערוץ|вестник|правда|время)(?:$|[\s.,-])/iu

/** `Head of Research`, `Fellow at the Example Institute` */
const OFFICE = /\S\s(?:of|at|for)\s/i

/** Whether a text is the name of a person by its shape: neither a desk, an agency, an outlet, a user's name, an office nor words of a sentence. */
export function isPerson(name: string): boolean {
  const words = name.split(' ')
  if (name.length < (/^\p{Script=Han}/u.test(name) ? 2 : 3) || name.length > 60 || words.length > 6) return false
  if (/\d|[@#?!<>{}()=:«»©|/]|\.(?:com|org|net|de|fr|co)\b/i.test(name) || !/\p{L}{2}/u.test(name)) return false
  if (OFFICE.test(name) || /^(?:the|from|with|via|special|exclusive|our|your|my)\s/i.test(name)) return false
  if (/^\p{Lu}{1,5}$/u.test(name) || /^\p{Lu}.*\s\p{Ll}\P{Lu}*$/u.test(name)) return false // letters of an office; words, not a name
  if (
    /^(?!(?:al|el|bin|ibn|bint|abu|de|del|della|di|da|du|le|la|van|von|der|den|ter|ten|af|av|ap|d|o)[\s'’-])\p{Ll}.*\s\p{Lu}/u.test(
      name,
    )
  )
    return false // the end of a sentence
  if (/^[a-z0-9]+(?:[._][a-z0-9]+)+$/.test(name)) return false // a user's name
  if (/^[a-z]{1,5}$/.test(name)) return false // initials of a desk
  if (NOT_A_PERSON.test(name) || ROOM_WORDS.test(name) || isDesk(name) || agencyNamed(name) !== undefined) return false
  if (/^\p{Ll}[\p{Ll}'’-]*\s[\p{Ll}\s'’.-]+$/u.test(name)) return beginsAsPerson(name) // words of a sentence, else
  return beginsAsPerson(name) || !isHouse(name, words.length)
}

/** Without a first name that one knows: outlets' words, a first word with the article, a single word in letters without capitals. */
function isHouse(name: string, words: number): boolean {
  if (OUTLET_WORDS.test(name)) return true
  if (words === 1) return /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Hebrew}]/u.test(name)
  return /^ال\p{L}{3,}\s/u.test(name)
}
