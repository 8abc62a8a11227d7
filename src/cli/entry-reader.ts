import type { MatchInput } from '../match/index.ts'
import { present } from '../model/index.ts'
import type { DetectLanguage } from '../text/index.ts'
import { textField, textList } from './json-fields.ts'

/** Reads an entry to judge from one line of JSON; undefined when the line holds no text at all. */
export type EntryReader = (line: Readonly<Record<string, unknown>>) => Promise<MatchInput | undefined>

/**
 * A reader of entries: `lang` or `language` for the language, `article` for the text of the page. An entry that does not
 * say its language gets the detected one; the detector is a megabyte of tables, loaded for the first line that needs it.
 */
export function entryReader(): EntryReader {
  let detector: Promise<DetectLanguage> | undefined

  const detected = async (text: string): Promise<string | undefined> => {
    const { languageOf, loadLanguageDetector, plainText } = await import('../text/index.ts')
    detector ??= loadLanguageDetector()
    return languageOf(plainText(text.slice(0, 4_000)), undefined, await detector)
  }

  return async (line) => {
    const [title, summary, content] = [textField(line, 'title'), textField(line, 'summary'), textField(line, 'content')]
    if (title === undefined && summary === undefined && content === undefined) return undefined
    const declared = textField(line, 'lang') ?? textField(line, 'language')
    const categories = textList(line, 'categories')
    return present({
      title: title ?? '',
      summary,
      content,
      article: textField(line, 'article'),
      language: declared ?? (await detected(`${title ?? ''} ${summary ?? content ?? ''}`)),
      categories: categories.length === 0 ? undefined : categories,
      url: textField(line, 'url'),
    })
  }
}
