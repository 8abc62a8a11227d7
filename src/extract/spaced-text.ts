import type { Block } from './block.ts'

/** A block's text with its elements kept apart, as their styles would; a letter alone in its element is an initial set large. */
export function spacedText({ runs, text }: Block): string {
  if (runs.length < 2 || runs.length > 20 || runs.some((run) => /^\p{L}$/u.test(run.text))) return text
  return runs
    .map((run) => run.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}
