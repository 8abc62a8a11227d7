/**
 * What a pass cannot go below in Node: `node bench/floors.ts fetch|unpack|scan urls.txt`. `fetch` asks for every document over node:http with 64
 * in flight, `unpack` undoes gzip as well, `scan` walks each document once with htmlparser2.
 */
import { readFileSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { Parser } from 'htmlparser2'

const [how = 'fetch', list = ''] = process.argv.slice(2)
const AT_ONCE = 64
const agent = new Agent({ keepAlive: false })
const urls = readFileSync(list, 'utf8').trim().split('\n').values()
let items = 0

async function work(): Promise<void> {
  for (const url of urls) {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, resolve).on('error', reject)
    })
    const packed = await buffer(response)
    if (how === 'fetch') continue
    const bytes = response.headers['content-encoding'] === 'gzip' ? gunzipSync(packed) : packed
    if (how === 'scan') scan(bytes.toString())
  }
}

function scan(text: string): void {
  const onopentag = (name: string): void => {
    if (name === 'item' || name === 'entry') items += 1
  }
  new Parser({ onopentag, ontext: () => undefined }, { xmlMode: true }).end(text)
}

await Promise.all(Array.from({ length: AT_ONCE }, work))
console.log(JSON.stringify({ how, items }))
