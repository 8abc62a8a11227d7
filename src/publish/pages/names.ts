import type { PageWords } from '../words/page-words.ts'

/** Names of languages and countries in a page's language; what no list knows is shown as it stands. */
export type Names = { readonly language: (tag: string | undefined) => string; readonly country: (code: string) => string }

/** Makes the names for one page; each is looked up once. */
export function names(words: PageWords): Names {
  const languages = new Intl.DisplayNames([words.language], { type: 'language', fallback: 'code' })
  const regions = new Intl.DisplayNames([words.language], { type: 'region', fallback: 'code' })
  const known = new Map<string, string>()
  const once = (key: string, find: () => string): string => {
    const found = known.get(key) ?? find()
    known.set(key, found)
    return found
  }
  return {
    language: (tag) => (tag === undefined ? words.unknownLanguage : once(`l${tag}`, () => nameOf(languages, tag))),
    country: (code) => (code === 'INT' ? words.international : once(`c${code}`, () => nameOf(regions, code))),
  }
}

function nameOf(list: Intl.DisplayNames, code: string): string {
  try {
    return list.of(code) ?? code
  } catch (problem) {
    if (problem instanceof RangeError) return code // a tag that no standard knows
    throw problem
  }
}
