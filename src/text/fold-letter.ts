/**
 * One code point as it stands in folded text: '' when it is dropped, ' ' when it parts words, otherwise one or more
 * lower-case letters. NFKD, marks off, lower case, then one form for the letters that writers use for each other.
 * A sign of a script that is written without spaces stands as a word of its own (` 叙 `).
 */
export function foldLetter(codePoint: number): string {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return ' ' // half a pair: no letter
  const letter = String.fromCodePoint(codePoint)
  if (IGNORED.test(letter)) return ''
  if (KEPT.test(letter)) return letter.toLowerCase()
  let out = ''
  for (const part of letter.normalize('NFKD')) out += MARK.test(part) ? '' : oneForm(part.toLowerCase())
  return out
}

/** Zero-width and bidi characters, soft hyphen, tatweel, the transliteration signs for ayn and hamza. */
const IGNORED =
  /[\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u02bb\u02be\u02bf]/u

/** Й is a letter of its own, not an И with a mark; Hangul syllables stay whole. */
const KEPT = /[йЙ\uac00-\ud7a3]/u

/** Marks are dropped where readers write without them; the vowel signs of Indic scripts are part of the word. */
const MARK =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]/u

const WORD = /[\p{L}\p{N}\p{M}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const DIGIT = /\p{Nd}/u

const ONE_FORM: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'e',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ے: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ۆ: 'و',
  ۇ: 'و',
  ة: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ڕ: 'ر',
  ڵ: 'ل',
  ء: '',
}

function oneForm(letter: string): string {
  const known = ONE_FORM[letter]
  if (known !== undefined) return known
  if (!WORD.test(letter)) return ' '
  if (UNSPACED.test(letter)) return ` ${letter} `
  return DIGIT.test(letter) ? digit(letter) : letter
}

/** Decimal digits of every script stand in runs of ten that begin at zero (Unicode Standard 4.6). */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
