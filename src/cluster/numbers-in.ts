import { monthOf } from '../text/index.ts'

/** Small numbers that news write as words, in the languages of the topic; folded. */
const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    2: 'two twin pair iki deux zwei dos due dwa two du اثنان اثنين شخصين دو два две שני שתי',
    3: 'three uc trois drei tres tre trzy ثلاثه ثلاث سه три трое שלושה שלוש',
    4: 'four dort quatre vier cuatro quattro cztery اربعه اربع چهار четыре четверо ארבעה',
    5: 'five bes cinq funf cinco cinque piec خمسه خمس پنج пять пятеро חמישה',
    6: 'six alti sechs seis sei szesc سته ست شش шесть שישה',
    7: 'seven yedi sept sieben siete sette siedem سبعه سبع هفت семь שבעה',
    8: 'eight sekiz huit acht ocho otto osiem ثمانيه ثماني هشت восемь שמונה',
    9: 'nine dokuz neuf neun nueve nove dziewiec تسعه تسع نه девять תשעה',
    10: 'ten dix zehn diez dieci dziesiec عشره ده десять עשרה',
    11: 'eleven onze elf once undici',
    12: 'twelve douze zwolf doce dodici',
    13: 'thirteen treize dreizehn',
    14: 'fourteen quatorze',
    15: 'fifteen quinze funfzehn quince',
    16: 'sixteen seize',
    17: 'seventeen',
    18: 'eighteen',
    19: 'nineteen',
    20: 'twenty yirmi vingt zwanzig veinte عشرين',
    30: 'thirty',
  }).flatMap(([value, words]) => words.split(' ').map((word) => [word, Number(value)])),
)

/**
 * The numbers that tell one event from another, in figures or words: how many, how far. Single ones, zeros, years and days of
 * the month are left out: they stand in any text. Input: folded words.
 */
export function numbersIn(words: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [at, word] of words.entries()) {
    const value = /^\d{1,7}$/.test(word) ? Number(word) : WORDS.get(word)
    if (value === undefined || value < 2 || (value >= 1900 && value <= 2099)) continue
    if (value <= 31 && /^\d/.test(word) && (isMonth(words[at + 1]) || isMonth(words[at - 1]))) continue
    found.add(value)
  }
  return found
}

function isMonth(word: string | undefined): boolean {
  return word !== undefined && word.length >= 3 && monthOf(word) !== undefined
}
