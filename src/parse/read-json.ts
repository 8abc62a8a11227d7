import { type FeedInfo, present } from '../model/index.ts'
import { parseDate } from '../text/index.ts'
import { documentBase } from './document-base.ts'
import { urlFrom } from './entry-url.ts'
import { isJsonObject, type JsonObject, list, objects, textOf } from './json-value.ts'
import { asHtml } from './markup-collector.ts'
import { size } from './media.ts'
import { personFrom, type StatedPerson } from './persons.ts'
import { plainLine } from './plain-line.ts'
import type { About, Reading } from './reading.ts'
import { slipText } from './slip-text.ts'
import type { Around, StatedEntry } from './stated-entry.ts'

const MAX_ITEMS = 5_000

/** Reads a JSON Feed (jsonfeed.org, 1.0 and 1.1), tolerant of wrong types; says what other JSON is instead. */
export function readJson(text: string, about: About, warnings: readonly string[]): Reading {
  const value = parsed(text)
  if (value === undefined) return { kind: 'unreadable', code: 'json', message: 'begins like JSON and is none' }
  if (
    !isJsonObject(value) ||
    !Array.isArray(value['items']) ||
    (textOf(value['version']) === undefined && value['title'] === undefined)
  )
    return notAFeed(value)
  const around: Around = present({
    base:
      documentBase(about) ?? urlFrom(textOf(value['home_page_url']), undefined) ?? urlFrom(textOf(value['feed_url']), undefined),
    language: textOf(value['language']) ?? about.contentLanguage,
    now: about.now,
    defaultZone: about.defaultZone,
  })
  const items = objects(value['items'])
  const entries = items.slice(0, MAX_ITEMS).map((item) => statedItem(item, around))
  return {
    kind: 'document',
    feed: feedOf(value, around),
    slips: entries.map((stated) =>
      present({
        guid: stated.id,
        url: stated.url,
        title: stated.title,
        published: stated.published,
        ...slipText(stated.title, [stated.summary ?? '', stated.content ?? ''], [...stated.categories, stated.url ?? '']),
        cut: { kind: 'stated' as const, stated },
      }),
    ),
    warnings: items.length > MAX_ITEMS ? [...warnings, `stopped at ${MAX_ITEMS} entries`] : warnings,
    around,
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined // cut or damaged JSON has no whole part that could be trusted
  }
}

function notAFeed(value: unknown): Reading {
  const message = isJsonObject(value) ? errorOf(value) : undefined
  return {
    kind: 'unreadable',
    code: 'json',
    message: message === undefined ? 'JSON, but no JSON Feed' : `JSON that reports an error: ${message}`,
  }
}

function errorOf(value: JsonObject): string | undefined {
  for (const key of ['error', 'message', 'errors', 'detail', 'title', 'fault']) {
    const found = value[key]
    const inner = isJsonObject(found)
      ? (found['message'] ?? found['title'] ?? found['code'])
      : Array.isArray(found)
        ? found[0]
        : found
    const line = plainLine(textOf(isJsonObject(inner) ? inner['message'] : inner))
    if (line !== undefined) return line.slice(0, 200)
  }
  return undefined
}

function feedOf(value: JsonObject, around: Around): FeedInfo {
  const version = /version\/(\d(?:\.\d)?)/.exec(textOf(value['version']) ?? '')?.[1] ?? '1'
  return present({
    format: `json${version === '1' ? '1.0' : version}`,
    title: plainLine(textOf(value['title'])),
    url: urlFrom(textOf(value['home_page_url']), around.base),
    description: plainLine(textOf(value['description'])),
    language: textOf(value['language'])?.trim() ?? around.language,
    image: urlFrom(textOf(value['icon']), around.base) ?? urlFrom(textOf(value['favicon']), around.base),
    authors: personsOf(value, around).map(present),
    categories: [],
  })
}

function statedItem(item: JsonObject, around: Around): StatedEntry {
  const { base } = around
  const language = textOf(item['language'])?.trim()
  const dates = language === undefined ? around : { ...around, language }
  const html = textOf(item['content_html'])
  const text = textOf(item['content_text'])
  const id = textOf(item['id'])?.trim()
  const summary = textOf(item['summary'])
  return {
    id: id === '' ? undefined : id,
    url:
      urlFrom(textOf(item['url']), base) ??
      urlFrom(textOf(item['external_url']), base) ??
      (id !== undefined && /^https?:/.test(id) ? urlFrom(id, undefined) : undefined),
    title: plainLine(textOf(item['title'])),
    summary: summary === undefined || summary.trim() === '' ? undefined : asHtml(summary),
    content: html ?? (text === undefined ? undefined : paragraphs(text)),
    base,
    authors: personsOf(item, around),
    published: parseDate(textOf(item['date_published']) ?? '', dates),
    updated: parseDate(textOf(item['date_modified']) ?? '', dates),
    language,
    categories: [...new Set(list(item['tags']).map((tag) => plainLine(textOf(tag))))]
      .filter((tag) => tag !== undefined)
      .slice(0, 100),
    enclosures: objects(item['attachments'])
      .slice(0, 50)
      .flatMap((one) => {
        const url = urlFrom(textOf(one['url']), base)
        return url === undefined ? [] : [{ url, type: textOf(one['mime_type']), length: size(textOf(one['size_in_bytes'])) }]
      }),
    image: urlFrom(textOf(item['image']), base) ?? urlFrom(textOf(item['banner_image']), base),
    imageCredit: [],
  }
}

function paragraphs(text: string): string {
  const blocks = text.split(/\n[ \t\r]*\n/).map((block) => asHtml(block.trim()).replaceAll('\n', '<br>'))
  return blocks.length < 2 ? (blocks[0] ?? '') : blocks.map((block) => `<p>${block}</p>`).join('')
}

function personsOf(value: JsonObject, around: Around): readonly StatedPerson[] {
  return [...objects(value['authors']), ...objects([value['author']])].slice(0, 50).flatMap((one) => {
    const person = personFrom(textOf(one['name']) ?? '')
    const url = urlFrom(textOf(one['url']), around.base)
    return person === undefined && url === undefined ? [] : [{ ...person, url }]
  })
}
