/**
 * Intl's segmenter for a language, or for English where the tag is none or unknown: `und` would mean the machine's own locale,
 * and the same text must fall into the same parts everywhere.
 */
export function segmenter(language: string | undefined, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  return new Intl.Segmenter(knownLocale(language) ?? 'en', { granularity })
}

function knownLocale(language: string | undefined): string | undefined {
  if (language === undefined || !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language)) return undefined
  try {
    return Intl.Segmenter.supportedLocalesOf([language])[0]
  } catch (problem) {
    if (problem instanceof RangeError) return undefined // looks like a tag and is none: a subtag twice, for instance
    throw problem
  }
}
