import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Story } from '../src/model/index.ts'
import { feedFrame, publishedEntries, rssFeed } from '../src/publish/index.ts'
import { anAddress, makeItem, makeStory } from '../tests/helpers/make-item.ts'

/**
 * `kaynak serve` beside nginx with one worker on the same files: requests a second for the compressed feed and for 304, in turns, by wrk;
 * the median of the ratios. Goals: 0.9 of nginx for the feed, 0.6 for 304.
 */
const ROUNDS = Number(process.argv[2] ?? 5)
const SECONDS = 3
const PORTS = { kaynak: 18_081, nginx: 18_082 } as const
const WORDS =
  'convoy border school market river bridge council harvest clinic road letter evening winter factory library garden'.split(' ')

for (const program of ['nginx', 'wrk'])
  if (spawnSync('which', [program]).status !== 0) {
    console.log(`SKIPPED: ${program} is not installed (Debian: apt-get install nginx-light wrk)`)
    process.exit(0)
  }

const folder = mkdtempSync(join(tmpdir(), 'kaynak-bench-serve-'))
const output = join(folder, 'output')
mkdirSync(output)
chmodSync(folder, 0o755) // nginx's worker is another user
const feed = feedText()
writeFileSync(join(output, 'feed.xml'), feed)
writeFileSync(join(output, 'feed.xml.gz'), gzipSync(feed, { level: 9 }))
writeFileSync(join(folder, 'feeds.json'), '{ "title": "Bench", "sources": [] }')
writeFileSync(
  join(folder, 'nginx.conf'),
  `worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on;
  types { application/rss+xml xml; }
  server { listen 127.0.0.1:${PORTS.nginx}; root ${output}; } }`,
)

const main = new URL('../src/main.ts', import.meta.url).pathname
const servers = [
  spawn(process.execPath, [main, 'serve', '--quiet', '--listen', `127.0.0.1:${PORTS.kaynak}`], { cwd: folder, stdio: 'inherit' }),
  spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' }),
]
try {
  const tags = { kaynak: await tagAt(PORTS.kaynak), nginx: await tagAt(PORTS.nginx) }
  console.log(
    `feed.xml: ${feed.length} bytes, ${gzipSync(feed, { level: 9 }).length} compressed; ${ROUNDS} rounds of ${SECONDS} s`,
  )
  rate('kaynak', undefined) // the first requests compile what they run
  compare('gzip 200', 0.9, { kaynak: undefined, nginx: undefined })
  compare('304', 0.6, tags)
} finally {
  for (const server of servers) server.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

type Name = keyof typeof PORTS

function compare(what: string, goal: number, tags: Readonly<Record<Name, string | undefined>>): void {
  const ratios: number[] = []
  const rates: Record<Name, number[]> = { kaynak: [], nginx: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const order: readonly Name[] = round % 2 === 0 ? ['kaynak', 'nginx'] : ['nginx', 'kaynak']
    for (const name of order) rates[name].push(rate(name, tags[name]))
    ratios.push((rates.kaynak[round] ?? 0) / (rates.nginx[round] ?? 1))
  }
  const ratio = median(ratios)
  console.log(
    `${what.padEnd(9)} kaynak ${Math.round(median(rates.kaynak))}/s, nginx ${Math.round(median(rates.nginx))}/s, ratio ${ratio.toFixed(2)} (goal ${goal}: ${ratio >= goal ? 'met' : 'missed'}; ${ratios.map((one) => one.toFixed(2)).join(' ')})`,
  )
}

function rate(name: Name, tag: string | undefined): number {
  const condition = tag === undefined ? [] : ['-H', `If-None-Match: ${tag}`]
  const words = [
    '-t1',
    '-c32',
    `-d${SECONDS}`,
    '-H',
    'Accept-Encoding: gzip',
    ...condition,
    `http://127.0.0.1:${PORTS[name]}/feed.xml`,
  ]
  const said = execFileSync('wrk', words, { encoding: 'utf8' })
  if (/Non-2xx/.test(said) || /Socket errors/.test(said)) throw new Error(`${name}: ${said}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1])
}

async function tagAt(port: number): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/feed.xml`, { headers: { 'accept-encoding': 'gzip' } })
      if (answer.status !== 200 || answer.headers.get('content-encoding') !== 'gzip')
        throw new TypeError(`port ${port}: ${answer.status}`)
      return answer.headers.get('etag') ?? ''
    } catch (problem) {
      if (attempt > 100) throw problem
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** 200 stories whose words are drawn by a small generator, so that they compress as prose does. */
function feedText(): string {
  let seed = 1
  const draw = (): string => {
    seed = (seed * 48_271) % 2_147_483_647
    return `${WORDS[seed % WORDS.length]}${seed % 3 === 0 ? `-${seed.toString(36)}` : ''}`
  }
  const stories: readonly Story[] = Array.from({ length: 200 }, (_, at) =>
    makeStory(
      makeItem({ id: at, text: Array.from({ length: 120 }, draw).join(' '), title: Array.from({ length: 9 }, draw).join(' ') }),
    ),
  )
  const entries = publishedEntries(stories, 'en')
  const channel = { title: 'Bench', language: 'en', homePage: anAddress('https://news.example.org/'), hubs: [], topic: 'syria' }
  return rssFeed(feedFrame(channel, { path: 'feed.xml' }, entries), entries)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
