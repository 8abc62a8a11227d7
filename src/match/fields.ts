import type { MatchField } from '../model/index.ts'
import type { Folder } from '../text/index.ts'
import { readable } from './readable.ts'
import type { MatchInput } from './topic.ts'

/** Words of one part of an entry. */
export type FieldWords = { readonly field: MatchField; readonly text: string; readonly words: readonly string[] }

export type Fields = {
  readonly title: FieldWords
  readonly lead: FieldWords
  readonly categories: FieldWords
  readonly url: FieldWords
  /** what follows the lead, and the article: evidence by its amount */
  readonly body: FieldWords
  /** the readable text that the language is told by */
  readonly sample: string
}

const MOST_CHARACTERS = 40_000
const MOST_CATEGORIES = 40
/** Enough of a summary to see whether the content begins with it. */
const SAME_START = 60
const HEADING = 120

/** Cuts an entry into its parts: readable, folded and in words. Text beyond 40,000 characters does not count. */
export function fieldsOf(input: MatchInput, leadLength: number, folder: Folder): Fields {
  const given = textOf(input)
  const named = readable(input.title)
  const title = named === '' ? cutAtWord(given.value, HEADING) : named // a post without a title is read by its first words
  const text = named === '' ? { ...given, value: given.value.slice(title.length).trimStart() } : given
  const lead = cutAtWord(text.value, leadLength)
  const rest = text.value.slice(lead.length)
  const body = input.article === undefined ? rest : input.article.slice(0, MOST_CHARACTERS)
  const words = (value: string): Omit<FieldWords, 'field'> => {
    const folded = folder.fold(value)
    return { text: value, words: folded === '' ? [] : folded.split(' ') }
  }
  return {
    title: { field: 'title', ...words(title) },
    lead: { field: text.field, ...words(lead) },
    categories: { field: 'categories', ...words((input.categories ?? []).slice(0, MOST_CATEGORIES).map(readable).join(' ; ')) },
    url: { field: 'url', ...words(pathOf(input.url)) },
    body: { field: input.article === undefined ? 'content' : 'article', ...words(body) },
    sample: `${title} ${text.value.slice(0, 600)}`,
  }
}

function textOf({ summary, content }: MatchInput): { readonly field: MatchField; readonly value: string } {
  const short = readable((summary ?? '').slice(0, MOST_CHARACTERS))
  const long = readable((content ?? '').slice(0, MOST_CHARACTERS))
  if (short === '') return { field: 'content', value: long }
  return {
    field: 'summary',
    value: long === '' || long.includes(short.slice(0, SAME_START)) ? longer(short, long) : `${short}\n${long}`,
  }
}

function longer(a: string, b: string): string {
  return b.length > a.length ? b : a
}

function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text
  const end = text.lastIndexOf(' ', length)
  return text.slice(0, end > length / 2 ? end : length)
}

/** The words of an address that its writer chose: the path, without the host. */
function pathOf(url: string | undefined): string {
  const path = URL.parse(url ?? '')?.pathname ?? ''
  try {
    return decodeURIComponent(path)
  } catch {
    return path // escapes that are no UTF-8 say nothing
  }
}
