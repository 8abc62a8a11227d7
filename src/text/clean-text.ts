/**
 * What may not stand in a title or a name: controls, zero-width and direction marks, invisible fillers, half letters, tag characters.
 * U+200C and U+200D are judged apart: between Arabic or Indic letters and in emoji they are spelling.
 */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\p{Cs}\u{e0000}-\u{e007f}]/gu
const JOINERS = /[\u200c\u200d]/g
const SPACES = /[\s\u0085]+/g
/** Whatever is not certainly fit to stay; half letters apart. Without the unicode flag: every title of every feed is looked through. */
const DOUBTFUL =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0\ufff0-\uffff\udb40]| {2}/
const JOINED_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}\p{Script=Gujarati}\p{Script=Syriac}\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}]/u

/**
 * A title, name or category fit to show: one line, single spaces, trimmed, in NFC, without control, zero-width or direction
 * characters, lone surrogates or noncharacters. Markup is none of its business. Linear.
 */
export function cleanText(text: string): string {
  if (!DOUBTFUL.test(text) && text.isWellFormed()) return text.trim().normalize('NFC')
  const visible = text.replace(UNSEEN, '').replace(JOINERS, joinerOrNothing)
  return visible.replace(SPACES, ' ').trim().normalize('NFC')
}

function joinerOrNothing(joiner: string, at: number, whole: string): string {
  const before = whole.slice(Math.max(0, at - 2), at)
  const after = whole.slice(at + 1, at + 3)
  return JOINED_SCRIPT.test(before) && JOINED_SCRIPT.test(after) ? joiner : ''
}
