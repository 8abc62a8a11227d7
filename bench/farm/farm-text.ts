/** Whole numbers below a bound, the same for the same seed (xorshift32). */
export type Random = (below: number) => number

export function numbers(seed: number): Random {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x2545f491) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

/** A language of the farm: plain words that name no place, and words that name the topic. */
export type FarmLanguage = { readonly code: string; readonly words: readonly string[]; readonly topic: readonly string[] }

const LANGUAGES: readonly FarmLanguage[] = [
  {
    code: 'en',
    words:
      'council minister budget harbour weather station teacher library railway orchard market farmer bridge engine museum concert doctor winter summer record paper garden village festival budget letter window mountain valley kitchen painter carpenter train ticket the a of in on with after before during said will has new old long short early late'.split(
        ' ',
      ),
    topic: ['Syria', 'Damascus', 'Aleppo', 'Idlib'],
  },
  {
    code: 'tr',
    words:
      'belediye bakan okul hava istasyon kitap pazar köprü müze konser doktor yaz kış rekor bahçe köy mektup pencere dağ vadi mutfak ressam tren bilet ve ile için sonra önce yeni eski uzun kısa erken geç akşam sabah'.split(
        ' ',
      ),
    topic: ['Suriye', 'Halep', 'İdlib'],
  },
  {
    code: 'ar',
    words:
      'المجلس الوزير المدرسة الطقس المحطة الكتاب السوق الجسر المتحف الحفل الطبيب الصيف الشتاء الحديقة القرية الرسالة النافذة الجبل الوادي القطار التذكرة بعد قبل في على مع جديد قديم طويل قصير'.split(
        ' ',
      ),
    topic: ['سوريا', 'دمشق', 'حلب'],
  },
  {
    code: 'de',
    words:
      'rat minister haushalt hafen wetter bahnhof lehrer bibliothek obstgarten markt bauer brücke museum konzert arzt winter sommer rekord garten dorf brief fenster berg tal küche maler zug karte der die das und mit nach vor neu alt lang kurz früh spät'.split(
        ' ',
      ),
    topic: ['Syrien', 'Damaskus'],
  },
]

/** Seven feeds of ten are English. */
export function languageOfFeed(feed: number): FarmLanguage {
  const [english, ...others] = LANGUAGES
  const other = others[(feed >> 3) % others.length]
  return feed % 10 < 7 || other === undefined ? (english ?? { code: 'en', words: ['news'], topic: ['Syria'] }) : other
}

/** So many words with a full stop here and there. */
export function sentences({ words }: FarmLanguage, random: Random, count: number): string {
  let text = capital(words[random(words.length)] ?? '')
  for (let at = 1; at < count; at += 1) {
    const word = words[random(words.length)] ?? ''
    text += random(12) === 0 ? `. ${capital(word)}` : ` ${word}`
  }
  return `${text}.`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
