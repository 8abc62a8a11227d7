import { type Script, scriptsOf } from './script.ts'

/** A shorter text tells a detector too little to be believed, unless it says itself that it is sure. */
const ENOUGH = 20
/** So many letters with marks have never been seen in a text that is really English, names included. */
const MARKED_SHARE = 0.04

/** Names the language of a text, or nothing when it cannot tell. */
export type DetectLanguage = (text: string) => string | undefined

/**
 * The language of a text as a primary BCP 47 subtag in lower case (`ku` for every Kurdish). What was declared is
 * believed unless the text's script contradicts it, or unless English was declared and the letters are not English;
 * only then, and where nothing was declared, the text itself decides: its script where that has one language, its
 * small words where it is Kurdish, then `detect` (see `loadLanguageDetector`). Undefined when none of them can tell.
 */
export function languageOf(text: string, declared?: string, detect?: DetectLanguage): string | undefined {
  const scripts = scriptsOf(text)
  const said = primarySubtag(declared)
  const fits = said !== undefined && !contradicts(scripts, said)
  if (fits && !(said === 'en' && isMarked(text))) return said
  const found = ownScript(scripts) ?? (isKurdish(text) ? 'ku' : primarySubtag(detect?.(text)))
  if (found !== undefined && !contradicts(scripts, found)) return found
  return fits ? said : undefined
}

/** Loads the detector (eld, its smallest build: 1 MB, 0.15 s once): only where a text must be detected, and once for a run. */
export async function loadLanguageDetector(): Promise<DetectLanguage> {
  const { eld } = await import('eld/extrasmall')
  const detector = eld.newInstance()
  return (text) => {
    const result = detector.detect(text.slice(0, 1_000))
    return result.language !== '' && (text.length >= ENOUGH || result.isReliable()) ? result.language : undefined
  }
}

/** `en-GB`, `EN_us` and `en` are `en`; withdrawn and single-dialect codes become the one in use; `und` and nonsense nothing. */
export function primarySubtag(tag: string | undefined): string | undefined {
  const found = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag ?? '')?.[1]?.toLowerCase()
  if (found === undefined || found === 'und' || found === 'mul' || found === 'zxx') return undefined
  return IN_USE[found] ?? found
}

const IN_USE: Readonly<Record<string, string>> = {
  iw: 'he',
  in: 'id',
  ji: 'yi',
  kmr: 'ku',
  ckb: 'ku',
  sdh: 'ku',
  prs: 'fa',
  pes: 'fa',
  nb: 'no',
  nn: 'no',
  cmn: 'zh',
  yue: 'zh',
  arb: 'ar',
  eng: 'en',
  tur: 'tr',
  deu: 'de',
  ger: 'de',
  fra: 'fr',
  fre: 'fr',
  rus: 'ru',
  ara: 'ar',
  fas: 'fa',
  per: 'fa',
  heb: 'he',
  kur: 'ku',
  spa: 'es',
  pol: 'pl',
}

const SCRIPTS: Readonly<Record<string, readonly Script[]>> = {
  ar: ['Arabic'],
  fa: ['Arabic'],
  ur: ['Arabic'],
  ps: ['Arabic'],
  sd: ['Arabic'],
  ug: ['Arabic'],
  ku: ['Arabic', 'Latin', 'Cyrillic'],
  he: ['Hebrew'],
  yi: ['Hebrew'],
  ru: ['Cyrillic'],
  uk: ['Cyrillic'],
  be: ['Cyrillic'],
  bg: ['Cyrillic'],
  mk: ['Cyrillic'],
  sr: ['Cyrillic', 'Latin'],
  kk: ['Cyrillic', 'Latin', 'Arabic'],
  ky: ['Cyrillic'],
  tg: ['Cyrillic'],
  mn: ['Cyrillic'],
  uz: ['Latin', 'Cyrillic'],
  az: ['Latin', 'Cyrillic', 'Arabic'],
  el: ['Greek'],
  hy: ['Armenian'],
  ka: ['Georgian'],
  hi: ['Devanagari', 'Latin'],
  mr: ['Devanagari'],
  ne: ['Devanagari'],
  bn: ['Bengali'],
  th: ['Thai'],
  zh: ['Han'],
  ja: ['Han', 'Kana'],
  ko: ['Hangul', 'Han'],
}
/** Languages that this table need not know: their letters are Latin, as those of most that it does not name. */
const LATIN =
  /^(?:en|tr|de|fr|es|pt|it|nl|pl|cs|sk|sl|hr|bs|sq|ro|hu|sv|no|da|fi|et|lv|lt|is|ga|ca|eu|gl|id|ms|vi|sw|so|af|la|tl)$/

/** Only a text whose letters are mostly of other scripts than the language's contradicts it. */
function contradicts(scripts: ReadonlyMap<Script, number>, language: string): boolean {
  const own = SCRIPTS[language] ?? (LATIN.test(language) ? ['Latin'] : undefined)
  if (own === undefined) return false
  let all = 0
  let fitting = 0
  for (const [script, letters] of scripts) {
    all += letters
    if (own.includes(script)) fitting += letters
  }
  return all > 0 && fitting * 2 < all
}

function isMarked(text: string): boolean {
  const start = text.slice(0, 600)
  const marked = start.match(/[\u00c0-\u024f\u1e00-\u1eff]/g)?.length ?? 0
  return marked > 2 && marked > MARKED_SHARE * start.length
}

/** Scripts that are written in one language, as far as news goes. */
const OWN_SCRIPT: Readonly<Partial<Record<Script, string>>> = {
  Hebrew: 'he',
  Greek: 'el',
  Armenian: 'hy',
  Georgian: 'ka',
  Bengali: 'bn',
  Thai: 'th',
  Kana: 'ja',
  Hangul: 'ko',
}

function ownScript(scripts: ReadonlyMap<Script, number>): string | undefined {
  let main: Script = 'Other'
  for (const [script, letters] of scripts) if (letters > (scripts.get(main) ?? 0)) main = script
  if (main === 'Han') return scripts.has('Kana') ? 'ja' : 'zh'
  return OWN_SCRIPT[main]
}

/** The detector knows no Kurdish: its own letters say it in Arabic script, its small words beside circumflexes in Latin. */
function isKurdish(text: string): boolean {
  const start = text.slice(0, 1_000)
  if ((start.match(/[ۆێڕڵە]/g)?.length ?? 0) * 25 > start.length && !/[ڭۇۈۋې]/.test(start)) return true
  if (!/[êîû]/i.test(start) || /[ıİğäöèàœæãõñ]/.test(start)) return false
  const small = start.match(KURDISH_WORDS)?.length ?? 0
  return small >= 1 && small * 9 >= start.split(/\s+/, 200).length
}

const KURDISH_WORDS = /(?<!\p{L})(?:li|di|ji|bi|û|ya|yê|yên|ku|de|kir|kirin|hat|hatin|dike|ne|be)(?!\p{L})/giu
