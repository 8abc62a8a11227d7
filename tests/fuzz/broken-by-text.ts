import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { isPublicAddress } from '../../src/fetch/public-address.ts'
import { canonicalUrl, cleanText, httpUrl, parseDate, plainText, sanitizeHtml, unwrapUrl } from '../../src/text/index.ts'
import { liveMarkup } from '../helpers/live-markup.ts'

const BASE = 'https://news.example.org/2026/story'
/** Far above what any of these takes for a text so short. */
const MOST_MS = 2_000

/** The promises about text and addresses that this text makes us break, in words. */
export function brokenByText(text: string): readonly string[] {
  const start = performance.now()
  const broken = promisesBroken(text)
  if (performance.now() - start < MOST_MS) return broken
  const again = performance.now() // the first may have waited for the machine
  promisesBroken(text)
  const took = performance.now() - again
  return took > MOST_MS ? [...broken, `took ${took.toFixed(0)} ms`] : broken
}

function promisesBroken(text: string): readonly string[] {
  return [
    ...brokenHtml(sanitizeHtml(text, BASE), BASE),
    ...brokenHtml(sanitizeHtml(text)),
    ...brokenLine(text),
    ...brokenAddresses(text),
    ...brokenDate(text),
    ...brokenDate(text.slice(-30)),
    ...[text, ...(text.match(/[\da-f.:x]{2,}/gi) ?? [])].flatMap(brokenReach),
  ]
}

function brokenHtml(clean: string, base?: string): readonly string[] {
  const again = sanitizeHtml(clean, base)
  return [
    ...(clean.includes('<') ? liveMarkup(clean).map((trouble) => `sanitizeHtml left ${trouble} in ${clean}`) : []),
    ...(again === clean ? [] : [`sanitizeHtml wrote ${clean}, and of that ${again}`]),
    ...(clean.isWellFormed() ? [] : ['sanitizeHtml left half a letter']),
  ]
}

function brokenLine(text: string): readonly string[] {
  const line = cleanText(text)
  const plain = plainText(text)
  return [
    ...(cleanText(line) === line ? [] : [`cleanText is not stable: ${JSON.stringify(line)}`]),
    ...(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/.test(line) ? ['cleanText left a control'] : []),
    ...(line.isWellFormed() ? [] : ['cleanText left half a letter']),
    ...(typeof plain === 'string' ? [] : ['plainText gave no text']),
  ]
}

function brokenAddresses(text: string): readonly string[] {
  const broken: string[] = []
  for (const [name, url] of [
    ['httpUrl', httpUrl(text, BASE)],
    ['httpUrl, alone', httpUrl(text)],
    ['canonicalUrl', canonicalUrl(text)],
    ['canonicalUrl, of a page that names another', canonicalUrl(BASE, { canonical: text })],
    ['unwrapUrl, read', httpUrl(unwrapUrl(text).url)],
  ] as const) {
    if (url === undefined) continue
    const parsed = URL.parse(url)
    if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '')
      broken.push(`${name} gave ${url}`)
    if (httpUrl(url) !== url) broken.push(`${name} is not stable: ${url}`)
  }
  const canonical = canonicalUrl(text)
  if (canonical !== undefined && canonicalUrl(canonical) !== canonical)
    broken.push(`canonicalUrl wrote ${canonical}, and of that ${canonicalUrl(canonical)}`)
  return broken
}

function brokenDate(text: string): readonly string[] {
  const date = parseDate(text)
  if (date === undefined) return []
  const year = date.getUTCFullYear()
  if (!(year >= 1970 && year <= 2100)) return [`parseDate gave ${date.getTime()}`]
  return parseDate(date.toISOString())?.getTime() === date.getTime() ? [] : [`parseDate does not read ${date.toISOString()}`]
}

/** Node's own list, so that the program's is checked by another's arithmetic. */
const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')
const GLOBAL = new BlockList()
GLOBAL.addSubnet('2000::', 3, 'ipv6')

function brokenReach(text: string): readonly string[] {
  if (!isPublicAddress(text)) return []
  const isRight = isIPv4(text) ? !PRIVATE.check(text) : isIPv6(text) && GLOBAL.check(text, 'ipv6')
  return isRight || (isIPv6(text) && /^::ffff:/i.test(text)) ? [] : [`isPublicAddress says yes to ${text}`]
}
