/**
 * Time of the extraction against Readability on linkedom, on the same pages, turn by turn: `node bench/extract.ts [ROUNDS]`.
 * Needs ../shared/data/extraction. The goal (docs/performance): the median ratio is at most 0.40; a page of 10 MB within 5 s.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { extractArticle } from '../src/extract/index.ts'

const GOAL = 0.4
const folder = new URL('../../shared/data/extraction/html/', import.meta.url)

if (existsSync(folder)) compare(Number(process.argv[2] ?? 5))
else console.log('skipped: needs ../shared/data/extraction')
large()

function compare(rounds: number): void {
  const pages = readdirSync(folder).map((name) => gunzipSync(readFileSync(new URL(name, folder))).toString('utf8'))
  const read = readability()
  const ratios: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const own: number[] = []
    const theirs: number[] = []
    for (const html of pages) {
      own.push(timed(() => extractArticle({ url: 'https://news.example.org/world/story', html })))
      theirs.push(timed(() => read(html)))
    }
    if (round === 0) continue // the first round warms both up
    const ratio = sum(own) / sum(theirs)
    ratios.push(ratio)
    const each = median(own.map((ms, at) => ms / (theirs[at] ?? ms)))
    console.log(
      `round ${round}: ${(sum(own) / pages.length).toFixed(1)} ms a page against ${(sum(theirs) / pages.length).toFixed(1)}, ` +
        `ratio ${ratio.toFixed(3)}, median of the pages' ratios ${each.toFixed(3)}`,
    )
  }
  const result = median(ratios)
  console.log(`median ratio ${result.toFixed(3)}, goal ${GOAL}: ${result <= GOAL ? 'met' : 'MISSED'}`)
}

function large(): void {
  const paragraph = `<p>${'The council met on Tuesday, and its members spoke of water, roads and schools. '.repeat(5)}</p>\n`
  const pages = {
    'long article': `<html><body><article><h1>Minutes</h1>${paragraph.repeat(10_000_000 / paragraph.length)}</article></body></html>`,
    'deep nesting': '<div>'.repeat(2_000_000),
    'teaser lists': '<ul><li><a href="/a"><h3>Another story of some length</h3></a><p>Few words.</p></li></ul>'.repeat(110_000),
    'broken tags': '<a <b <c <d '.repeat(800_000),
  }
  for (const [name, html] of Object.entries(pages)) {
    const ms = timed(() => extractArticle({ url: 'https://news.example.org/', html }))
    console.log(
      `${name}, ${(html.length / 1e6).toFixed(0)} MB: ${ms.toFixed(0)} ms${ms > 5_000 ? ', MISSED the goal of 5 s' : ''}`,
    )
  }
}

/** Without their types, which are the browser's. */
function readability(): (html: string) => void {
  const require = createRequire(import.meta.url)
  const { parseHTML } = require('linkedom')
  const { Readability } = require('@mozilla/readability')
  return (html) => {
    try {
      new Readability(parseHTML(html).document).parse()
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem // it fails on some pages: its time counts all the same
    }
  }
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
