/** How the words of one language change in a sentence, as far as a term needs to know. All on folded letters. */
export type Inflection = {
  /** which words of a phrase take endings; `last`: only its last one */
  readonly inflects: 'none' | 'last' | 'every'
  /** the part of the dictionary form that changes; what is left of the word is its stem, and an ending must follow it */
  readonly changes?: RegExp
  readonly endings?: RegExp
  /** particles are written onto the front of the word (token-variants.ts) */
  readonly proclitics: boolean
}

/** Of a language that is matched word for word. */
export const NO_INFLECTION: Inflection = { inflects: 'none', proclitics: false }

const WEST_SLAVIC: Inflection = {
  inflects: 'every',
  changes: /[aeiouy]$/,
  endings:
    /^(?:[aeiouy]|i[aeiou]|em|iem|ow|owi|ovi|ami|iami|ach|iach|om|am|ego|iego|emu|iemu|eho|ej|iej|ou|ych|ym|ymi|ich|im|imi|ov|och)$/,
  proclitics: false,
}
const SOUTH_ROMANCE: Inflection = { inflects: 'every', changes: /[oa]$/, endings: /^(?:[oaei]|[oae]s|s|es)$/, proclitics: false }
const SCANDINAVIAN: Inflection = {
  inflects: 'last',
  endings: /^(?:s|n|e|a|en|er|et|ens|erna|ernas|arna|arnas|ers|erne)$/,
  proclitics: false,
}

/** By primary language subtag. A language that is not here is matched word for word. */
export const INFLECTIONS: Readonly<Record<string, Inflection>> = {
  en: NO_INFLECTION,
  ar: { inflects: 'none', proclitics: true },
  he: { inflects: 'none', proclitics: true },
  tr: {
    inflects: 'last',
    endings:
      /^(?:l[iu]|s[iu]z|c[iu])?(?:l[ae]r)?(?:[iu]m[iu]z|[iu]n[iu]z)?(?:s[iu]|y?[iu]|n?[iu]n|y?[ae]|[dt][ae]n?|n[dt][ae]n?|y?l[ae]|c[ae]|n[iu]|n[ae])?(?:k[iu](?:l[ae]r)?(?:n?[iu]n|[iu]|[ae]|n[ae]|n[iu])?)?$/,
    proclitics: false,
  },
  az: { inflects: 'last', endings: /^(?:l[iu]|n?[iu]n|d[ae]n?|y?[ae]|[iu]|n[iu]|l[ae]r(?:[iu]n?)?)$/, proclitics: false },
  fa: { inflects: 'last', endings: /^(?:ي|ها|هاي|هايي|ان|اي|يي|يها|يان|را)$/, proclitics: false },
  ku: {
    inflects: 'last',
    endings:
      /^(?:[eiao]|y[eao]|an|en|ek|de|yen|yan|iyan|iyen|ye|we|ي|ان|يه|يان|دا|ه|هكان|يهكان|يهكاني|هكاني|هوه|يهوه|وه|ش|اني|هكه)$/,
    proclitics: false,
  },
  ru: {
    inflects: 'every',
    changes: /(?:ий|ый|ой|ая|яя|ое|ее|ие|ые|[аяоеуюиыйь])$/,
    endings:
      /^(?:[аяоеуюиыйь]|ом|ем|ой|ей|ою|ею|ам|ям|ами|ями|ах|ях|ов|ев|ии|ий|ию|ия|ием|иям|иями|иях|их|ых|ого|его|ому|ему|им|ым|ими|ыми|ая|яя|ую|юю|ое|ее|ие|ые)$/,
    proclitics: false,
  },
  uk: {
    inflects: 'every',
    changes: /(?:ий|ій|[аяоеєуюиійь])$/,
    endings: /^(?:[аяоеєуюиійь]|ом|ем|єм|ою|ею|єю|ам|ям|ами|ями|ах|ях|ів|ии|іі|ій|ію|ія|ий|ого|ому|им|их|ими|оі)$/,
    proclitics: false,
  },
  pl: WEST_SLAVIC,
  cs: WEST_SLAVIC,
  sk: WEST_SLAVIC,
  hr: WEST_SLAVIC,
  sr: WEST_SLAVIC,
  de: { inflects: 'every', endings: /^(?:s|e|es|en|er|em|ern|n|in|innen)$/, proclitics: false },
  nl: { inflects: 'last', endings: /^(?:s|e|n|en|er|ers)$/, proclitics: false },
  sv: SCANDINAVIAN,
  no: SCANDINAVIAN,
  da: SCANDINAVIAN,
  fr: { inflects: 'every', endings: /^(?:s|e|es|ne|nes)$/, proclitics: false },
  es: SOUTH_ROMANCE,
  pt: SOUTH_ROMANCE,
  it: SOUTH_ROMANCE,
  ro: SOUTH_ROMANCE,
  el: {
    inflects: 'every',
    changes: /(?:οσ|ασ|ησ|οι|[αηοι])$/,
    endings: /^(?:[αηοειυ]|ασ|ησ|οσ|ου|οι|ουσ|ων|εσ|αν|ην|ον|ια|ιασ)$/,
    proclitics: false,
  },
  ko: { inflects: 'last', endings: /^.{1,4}$/, proclitics: false },
  hi: { inflects: 'last', endings: /^.{1,4}$/, proclitics: false },
  bn: { inflects: 'last', endings: /^.{1,4}$/, proclitics: false },
}
