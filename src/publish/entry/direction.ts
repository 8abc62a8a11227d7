const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|lrc|mzn|pnb|ps|sd|sdh|syr|ug|ur|yi)(?:-|$)/i
const SCRIPT = /-(?:([a-z]{4}))(?:-|$)/i
const RIGHT_TO_LEFT_SCRIPT = /^(?:adlm|arab|hebr|mand|nkoo|rohg|samr|syrc|thaa)$/i

/** How the letters of a language run: a script named in the tag decides, then the language; `auto` when no language is known. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (language === undefined || language === '') return 'auto'
  const script = SCRIPT.exec(language)?.[1]
  const isRightToLeft = script === undefined ? RIGHT_TO_LEFT.test(language) : RIGHT_TO_LEFT_SCRIPT.test(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}
