import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ItemId } from '../../model/index.ts'
import { readerLanguage } from '../entry/reader-language.ts'
import { errorCode } from '../writing/output-trouble.ts'
import { type Fields, fieldsOf, listAt, textAt } from './fields.ts'
import { toldBody } from './told-body.ts'
import { type ToldStory, type ToldWithdrawal, toldStory, toldWithdrawal } from './told-story.ts'

/** What an output directory tells of the state that it was made from. */
export type Told = {
  readonly stories: readonly ToldStory[]
  readonly withdrawn: readonly ToldWithdrawal[]
  /** documents of ours that could not be read, one line each */
  readonly troubles: readonly string[]
}

/** More than any feed of ours has. */
const MOST_ITEMS = 1_000_000

/**
 * Reads back what was published: `feed.json`, or, where that is damaged or gone, what the feeds by source and by language still hold. What
 * is no document of ours is passed over; nothing in it is believed that would not have been written. Never throws for what is there.
 */
export async function readPublished(directory: string): Promise<Told> {
  const troubles: string[] = []
  const main = await feedIn(join(directory, 'feed.json'), troubles)
  if (main !== undefined) return { ...toldIn([main]), troubles }
  const parts: Fields[] = []
  for (const folder of ['source', 'language'])
    for (const name of await jsonFiles(join(directory, 'by', folder))) {
      const part = await feedIn(join(directory, 'by', folder, name), troubles)
      if (part !== undefined) parts.push(part)
    }
  return { ...toldIn(parts), troubles }
}

function toldIn(feeds: readonly Fields[]): Pick<Told, 'stories' | 'withdrawn'> {
  const stories = new Map<ItemId, ToldStory>()
  const withdrawn = new Map<ItemId, ToldWithdrawal>()
  for (const feed of feeds) {
    const reader = readerLanguage(textAt(feed, 'language', 40) ?? 'en')
    for (const value of listAt(feed, 'items', MOST_ITEMS)) {
      const entry = fieldsOf(value)
      const story = toldStory(entry)
      if (story === undefined || stories.has(story.id)) continue
      const html = toldBody(story, textAt(entry, 'content_html', Number.POSITIVE_INFINITY) ?? '', reader)
      stories.set(story.id, html === undefined ? story : { ...story, lead: { ...story.lead, html } })
    }
    for (const value of listAt(fieldsOf(feed['_kaynak']), 'withdrawn', MOST_ITEMS)) {
      const one = toldWithdrawal(fieldsOf(value))
      if (one !== undefined && !withdrawn.has(one.item.id)) withdrawn.set(one.item.id, one)
    }
  }
  return { stories: [...stories.values()], withdrawn: [...withdrawn.values()] }
}

/** A JSON Feed of ours; undefined where there is none, or a damaged one, which is said. */
async function feedIn(file: string, troubles: string[]): Promise<Fields | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (problem) {
    const code = errorCode(problem)
    if (code === undefined) throw problem
    if (code !== 'ENOENT') troubles.push(`${file}: cannot be read (${code})`)
    return undefined
  }
  try {
    const value: unknown = JSON.parse(text)
    const feed = fieldsOf(value)
    return feed['_kaynak'] === undefined ? undefined : feed
  } catch (problem) {
    troubles.push(`${file}: is damaged (${problem instanceof Error ? problem.message : 'no JSON'})`)
    return undefined
  }
}

async function jsonFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  } catch (problem) {
    if (errorCode(problem) === undefined) throw problem
    return []
  }
}
