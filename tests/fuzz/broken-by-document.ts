import { parseEntries, read } from '../../src/parse/index.ts'
import { sanitizeHtml } from '../../src/text/index.ts'
import { liveMarkup } from '../helpers/live-markup.ts'

const URL_OF_FEED = 'https://post.example/feed'
/** Far above what a document of some kilobytes takes. */
const MOST_MS = 5_000

/** The promises about entries that this document makes us break, in words. */
export async function brokenByDocument(bytes: Buffer): Promise<readonly string[]> {
  const start = performance.now()
  const broken = await promisesBroken(bytes)
  if (performance.now() - start < MOST_MS) return broken
  const again = performance.now() // the first may have waited for the machine
  await promisesBroken(bytes)
  const took = performance.now() - again
  return took > MOST_MS ? [...broken, `took ${took.toFixed(0)} ms`] : broken
}

async function promisesBroken(bytes: Buffer): Promise<readonly string[]> {
  const reading = read(bytes, { url: URL_OF_FEED })
  const entries = reading.kind === 'document' ? await parseEntries(reading, reading.slips) : []
  const broken: string[] = []
  for (const entry of entries) {
    for (const body of [entry.summary, entry.content]) {
      if (body === undefined) continue
      broken.push(...liveMarkup(body).map((trouble) => `${trouble} in ${body}`))
      if (sanitizeHtml(body, URL_OF_FEED) !== body) broken.push(`not stable: ${body}`)
    }
    for (const line of [
      entry.title,
      entry.rights,
      entry.source?.title,
      ...entry.categories,
      ...entry.authors.map(({ name }) => name),
    ])
      if (/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/.test(line ?? '')) broken.push(`a control in ${JSON.stringify(line)}`)
    for (const url of [entry.url, entry.image, entry.source?.url, ...entry.enclosures.map((one) => one.url)]) {
      const parsed = url === undefined ? undefined : URL.parse(url)
      if (parsed === null || (parsed !== undefined && (!/^https?:$/.test(parsed.protocol) || parsed.username !== '')))
        broken.push(`an address: ${url}`)
    }
    for (const date of [entry.published, entry.updated])
      if (date !== undefined && Number.isNaN(date.getTime())) broken.push('no date')
  }
  return broken
}
