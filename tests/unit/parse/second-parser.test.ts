import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { type DocumentReading, decode, parseEntries, read } from '../../../src/parse/index.ts'
import { cleanText, plainText } from '../../../src/text/index.ts'

const folder = new URL('../../../../shared/data/feeds/', import.meta.url)
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : []
if (files.length === 0) console.warn('second-parser: skipped, ../shared/data/feeds is not there')

function documentOf(name: string): DocumentReading {
  const reading = read(readFileSync(new URL(name, folder)), {})
  if (reading.kind !== 'document') throw new Error(`${name}: ${reading.kind}`)
  return reading
}

type Seen = { readonly title: string; readonly link: string }

/** What feedsmith makes of the same text; undefined where it reads none of it. */
function secondOpinion(text: string): readonly Seen[] | undefined {
  try {
    const { format, feed } = parseFeed(text)
    if (format === 'atom')
      return (feed.entries ?? []).map((one) => ({
        title: line(one.title?.value ?? ''),
        link: one.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? '',
      }))
    if (format === 'rss' || format === 'rdf')
      return (feed.items ?? []).map((one) => ({ title: line(one.title ?? ''), link: one.link ?? '' }))
    return undefined
  } catch {
    return undefined // it refuses what is ill-formed
  }
}

function line(html: string): string {
  return cleanText(plainText(plainText(html)))
}

describe.skipIf(files.length === 0)('read beside feedsmith over real feeds (needs ../shared)', () => {
  it.each(files)('finds as many entries as feedsmith, with its titles, in %s', (name) => {
    const second = secondOpinion(decode(readFileSync(new URL(name, folder)), { kind: 'xml' }).text)
    const own = documentOf(name).slips
    if (second === undefined || second.length < own.length) return // it loses what is damaged; ours are counted elsewhere
    expect(own).toHaveLength(second.length)
    const different = own.filter(
      (slip, index) =>
        cleanText(slip.title ?? '').replace(/…$/, '') !== second[index]?.title.slice(0, slip.title?.replace(/…$/, '').length),
    )
    expect(different.length / Math.max(own.length, 1)).toBeLessThanOrEqual(0.02)
  })

  it('makes the same of an entry alone as with all others', async () => {
    for (const name of files) {
      const reading = documentOf(name)
      const all = await parseEntries(reading, reading.slips)
      const third = reading.slips.filter((_, index) => index % 3 === 0)
      expect(await parseEntries(reading, third), name).toEqual(all.filter((_, index) => index % 3 === 0))
    }
  })

  it('shows the screen every word that an entry shows', async () => {
    for (const name of files) {
      const reading = documentOf(name)
      const entries = await parseEntries(reading, reading.slips)
      for (const [index, entry] of entries.entries()) {
        const once = plainText(reading.slips[index]?.text ?? '')
        const screen = `${once} ${plainText(once)}`
        const spoken = [entry.title, ...entry.categories, plainText(entry.summary ?? ''), plainText(entry.content ?? '')]
        for (const word of spoken.join(' ').match(/\p{L}{4,}/gu) ?? [])
          expect(screen.includes(word), `${name}: ${word}`).toBe(true)
      }
    }
  })
})
