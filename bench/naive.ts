/**
 * What one would script in an afternoon, the one to beat: `node bench/naive.ts urls.txt OUT`. rss-parser, a test for a few names, `feed`. It keeps
 * nothing between two runs, asks for everything again, and takes every document for well made.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Feed } from 'feed'
import RssParser from 'rss-parser'

const [list = '', out = ''] = process.argv.slice(2)
const AT_ONCE = 64
const names = /syria|syrien|suriye|damas[ck]us|aleppo|halep|idlib|i̇dlib|سوريا|دمشق|حلب/iu
const parser = new RssParser()
const urls = readFileSync(list, 'utf8').trim().split('\n').values()
const kept: { readonly title: string; readonly link: string; readonly text: string; readonly date: Date }[] = []

async function work(): Promise<void> {
  for (const url of urls) {
    const { items } = await parser.parseURL(url)
    for (const { title = '', link = '', contentSnippet = '', content = '', isoDate } of items)
      if (names.test(`${title} ${contentSnippet}`.toLowerCase()))
        kept.push({ title, link, text: content, date: new Date(isoDate ?? 0) })
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work))
const feed = new Feed({ title: 'Naive', id: 'urn:naive', copyright: '' })
const newest = kept.toSorted((a, b) => b.date.getTime() - a.date.getTime()).slice(0, 200)
for (const { title, link, text, date } of newest) feed.addItem({ title, link, id: link, date, content: text })
mkdirSync(out, { recursive: true })
for (const [name, text] of [
  ['feed.xml', feed.rss2()],
  ['atom.xml', feed.atom1()],
  ['feed.json', feed.json1()],
] as const)
  writeFileSync(join(out, name), text)
console.log(JSON.stringify({ matches: kept.length }))
