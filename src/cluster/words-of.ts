import { plainWords } from '../text/index.ts'

/** Words beyond this say nothing that the words before did not. */
const MOST_WORDS = 400
const MOST_CHARS = MOST_WORDS * 12

/** The plain words of the beginning of a text, without what a house puts around the words of others: dateline, picture credits. */
export function wordsOf(text: string): readonly string[] {
  return plainWords(withoutFurniture(text.slice(0, MOST_CHARS))).slice(0, MOST_WORDS)
}

/** The plain words of a headline, without the marks that desks put before it. */
export function headlineWords(title: string): readonly string[] {
  return wordsOf(title.slice(0, 600).replace(DESK_MARK, ''))
}

/** "UPDATE 2-", "WRAPUP 1-", "Watch:", "BREAKING:": of the desk, not of the story. */
const DESK_MARK =
  /^\s*(?:(?:update|wrapup|refile|correct(?:ed|ion)?|recast|rpt|exclusive|breaking(?: news)?|watch|video|live|photos?|updated|son dakika|عاجل|فيديو|срочно|eil|urgent|vidéo|última hora)(?:\s*\d{1,2})?\s*(?:[-–—:|]|\u2013)\s*)+/iu

const DATELINE = /^[^()\n]{0,100}\([^()\n]{2,40}\)\s*[.:]?\s*[-–—]+\s*/u
const SLASHED_DATELINE = /^[^/\n]{0,60}\/[^/\n]{2,20}\/[.:,]?\s*[-–—]?\s*/u
const PICTURE_CREDIT = /\([^()]{0,60}\b(?:photo|foto|fotoğraf|фото)s?\b[^()]{0,60}\)/giu

function withoutFurniture(text: string): string {
  const credited = text.replace(PICTURE_CREDIT, ' ')
  return DATELINE.test(credited) ? credited.replace(DATELINE, '') : credited.replace(SLASHED_DATELINE, '')
}
