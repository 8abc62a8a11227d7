import { parsed, record, records, words } from './json-values.ts'

/** A story that several outlets carried. */
export type SharedStory = { readonly title: string /** the one shown first */; readonly outlets: readonly string[] }

/** The stories of a published `feed.json` that more than one outlet is credited for. */
export function sharedStories(feed: string): readonly SharedStory[] {
  return records(record(parsed(feed))['items']).flatMap((item) => {
    const extension = record(item['_kaynak'])
    const carriers = records(extension['carriers']).map((carrier) => words(carrier['name']))
    if (carriers.length === 0) return []
    return [{ title: words(item['title']), outlets: [words(record(extension['source'])['name']), ...carriers] }]
  })
}
