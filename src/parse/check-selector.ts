import { load } from 'cheerio/slim'

/** What is wrong with a CSS selector, in words; undefined when it can be used. */
export function checkSelector(css: string): string | undefined {
  if (css.trim() === '') return 'expected a CSS selector, got an empty text'
  if (css.length > 1_000) return 'expected a CSS selector of at most 1,000 characters'
  try {
    load('<p></p>')('p').find(css).is(css)
    return undefined
  } catch (problem) {
    return `expected a CSS selector, got "${css.slice(0, 100)}": ${problem instanceof Error ? problem.message : String(problem)}`
  }
}
