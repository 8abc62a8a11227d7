/**
 * What reading costs, in processor time on the same bytes, turn by turn: `node bench/parse.ts [ROUNDS] [NAME]`.
 * Screened: read, and `mayMatch` over every entry, against a bare htmlparser2 walk that decodes and builds items; goal 1.5.
 * Parsed: read, and every entry in full, against `rss-parser.parseString` of the decoded text alone; goal 1.6.
 * The real feeds need ../shared/data/feeds.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Parser } from 'htmlparser2'
import RssParser from 'rss-parser'
import { compileTopic, shippedTopic } from '../src/match/index.ts'
import { parseEntries, read } from '../src/parse/index.ts'
import { paired, verdict } from './paired.ts'
import { syntheticFeeds } from './synthetic-feeds.ts'

const BODIES: ReadonlySet<string> = new Set(['description', 'summary', 'content', 'content:encoded'])
const GOALS = { screened: 1.5, parsed: 1.6 }
const rounds = Number(process.argv[2] ?? 9)
const only = process.argv[3] ?? ''
const about = { url: 'https://news.example.org/feed.xml', now: new Date('2100-01-01T00:00:00Z') }

const compiled = compileTopic(shippedTopic('syria'))
if (compiled.kind !== 'topic') throw new TypeError('the shipped topic does not compile')
const { topic } = compiled

for (const [name, documents] of Object.entries({ ...syntheticFeeds(), ...realFeeds() })) {
  if (!name.includes(only)) continue
  const readable = await readByAll(documents)
  const megabytes = readable.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6
  console.log(`${name}: ${readable.length} documents, ${megabytes.toFixed(1)} MB`)
  const screened = await paired(
    () => each(readable, screen),
    () => each(readable, walk),
    rounds,
  )
  console.log(verdict(`  screened / htmlparser2 walk`, screened.ratio, GOALS.screened), inMs(screened.oneMs, screened.otherMs))
  const parsed = await paired(
    () => each(readable, parse),
    () => each(readable, rssParser),
    rounds,
  )
  console.log(verdict(`  all parsed / rss-parser`, parsed.ratio, GOALS.parsed), inMs(parsed.oneMs, parsed.otherMs))
}

function screen(bytes: Uint8Array): number {
  const reading = read(bytes, about)
  return reading.kind === 'document' ? reading.slips.filter((slip) => topic.mayMatch(slip.text)).length : 0
}

async function parse(bytes: Uint8Array): Promise<number> {
  const reading = read(bytes, about)
  return reading.kind === 'document' ? (await parseEntries(reading, reading.slips)).length : 0
}

async function rssParser(bytes: Uint8Array): Promise<number> {
  return (await new RssParser().parseString(decoded(bytes))).items.length
}

type Walked = { title: string; link: string; guid: string; date: string; text: string }

/** The least that a reader of feeds can do: it takes everything on trust. */
function walk(bytes: Uint8Array): readonly Walked[] {
  const items: Walked[] = []
  let item: Walked | undefined
  let text = ''
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        text = ''
        if (name === 'item' || name === 'entry') {
          item = { title: '', link: '', guid: '', date: '', text: '' }
          items.push(item)
        } else if (name === 'link' && item !== undefined) item.link = attributes['href'] ?? ''
      },
      ontext(piece) {
        text += piece
      },
      onclosetag(name) {
        if (item === undefined) return
        if (name === 'title') item.title = text
        else if (name === 'link' && text !== '') item.link = text
        else if (name === 'guid' || name === 'id') item.guid = text
        else if (name === 'pubDate' || name === 'published' || name === 'updated' || name === 'dc:date') item.date = text
        else if (BODIES.has(name)) item.text += text
        else if (name === 'item' || name === 'entry') item = undefined
        text = ''
      },
    },
    { xmlMode: true },
  )
  parser.end(decoded(bytes))
  return items
}

/** A declared single-byte encoding is nothing that the others should fail by. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

async function each(documents: readonly Uint8Array[], work: (bytes: Uint8Array) => unknown): Promise<void> {
  for (const bytes of documents) await work(bytes)
}

/** The documents that rss-parser reads at all, and in which we find as many entries as it does at least. */
async function readByAll(documents: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const readable: Uint8Array[] = []
  for (const bytes of documents) {
    const theirs = await rssParser(bytes).catch(() => 0)
    if (theirs > 0 && (await parse(bytes)) >= theirs && walk(bytes).length >= theirs) readable.push(bytes)
  }
  return readable
}

function realFeeds(): { readonly real: readonly Uint8Array[] } | undefined {
  const folder = new URL('../../shared/data/feeds/', import.meta.url)
  if (!existsSync(folder)) {
    console.log('real feeds skipped: needs ../shared/data/feeds')
    return undefined
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))
  return { real: names.map((name) => readFileSync(new URL(name, folder))) }
}

function inMs(one: number, other: number): string {
  return `  ${one.toFixed(0)} against ${other.toFixed(0)} ms`
}
