import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { mayHide } from './hidden.ts'
import { type Attributes, linked, picture } from './safe-addresses.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const INLINE = words('a abbr b cite code em i q s small span strong sub sup u')
const BLOCKS = words(
  'address article aside blockquote center div figcaption figure footer h1 h2 h3 h4 h5 h6 header main ol p pre section table ul',
)
const INSIDE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', words('ul ol')],
  ['tbody', words('table')],
  ['thead', words('table')],
  ['tr', words('table tbody thead')],
  ['td', words('tr')],
  ['th', words('tr')],
])
const LONE = words('br hr img')
const TAG = /<(\/?)([a-z][a-z0-9]{0,10})((?:\s{1,9}[a-z][a-z0-9-]{0,30}=(?:"[^"<>]*"|'[^'<>]*'))*)\s{0,9}(\/?)>/y
const ATTRIBUTE = /([a-z][a-z0-9-]*)=(?:"([^"]*)"|'([^']*)')/g
const DEEPEST = 50

/**
 * What `sanitizeHtml` makes of HTML so plain that it needs no sanitiser, which is most HTML in feeds: text, closed and properly nested
 * elements of a few names, attributes in quotes. Undefined in any doubt. Here to be quick; its results are sanitize-html's own.
 */
export function simpleHtml(html: string, baseUrl: string | undefined): string | undefined {
  let out = ''
  const open: string[] = []
  for (let at = 0; ; ) {
    const start = html.indexOf('<', at)
    out += asText(start < 0 ? html.slice(at) : html.slice(at, start))
    if (start < 0) return open.length === 0 ? out : undefined
    TAG.lastIndex = start
    const match = TAG.exec(html)
    if (match === null) return undefined
    const [whole, closing, name = '', attributes = '', selfClosing] = match
    at = start + whole.length
    if (closing === '/') {
      if (open.pop() !== name) return undefined
      out += `</${name}>`
    } else {
      if (attributes !== '' && mayHide(attributes)) return undefined
      if (!mayOpen(name, open) || (selfClosing === '/' && !LONE.has(name))) return undefined
      out += startTag(name, attributes, baseUrl)
      if (!LONE.has(name)) open.push(name)
    }
  }
}

/** Whether an element may stand where it does without closing another by that (HTML 13.2.6.4.7). */
function mayOpen(name: string, open: readonly string[]): boolean {
  if (open.length >= DEEPEST) return false
  const parents = INSIDE.get(name)
  if (parents !== undefined) return parents.has(open.at(-1) ?? '')
  if (name === 'hr' || BLOCKS.has(name)) return !open.includes('p') && !open.some((one) => /^h\d$/.test(one))
  return name === 'a' ? !open.includes('a') : INLINE.has(name) || LONE.has(name)
}

function startTag(name: string, raw: string, baseUrl: string | undefined): string {
  if (raw === '') return name === 'img' ? '' : LONE.has(name) ? `<${name} />` : `<${name}>`
  const stated: Record<string, string> = {}
  for (const [, key = '', double, single] of raw.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? ''
    if (!Object.hasOwn(stated, key)) stated[key] = value.includes('&') ? decodeHTMLAttribute(value) : value
  }
  const attributes = name === 'a' ? linked(stated, baseUrl) : name === 'img' ? picture(stated, baseUrl) : stated
  if (attributes === undefined) return ''
  return `<${name}${written(name, attributes)}${LONE.has(name) ? ' />' : '>'}`
}

const KEPT: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words('href title lang dir'),
  abbr: words('title lang dir'),
  img: words('src alt title width height lang dir'),
  ol: words('start lang dir'),
  td: words('colspan rowspan lang dir'),
  th: words('colspan rowspan lang dir'),
}
const KEPT_ANYWHERE = words('lang dir')

function written(name: string, attributes: Attributes): string {
  const kept = Object.hasOwn(KEPT, name) ? (KEPT[name] ?? KEPT_ANYWHERE) : KEPT_ANYWHERE
  let text = ''
  for (const [key, value] of Object.entries(attributes))
    if (kept.has(key) && (value !== '' || key === 'alt')) text += ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`
  return text
}

function asText(raw: string): string {
  return escaped(raw.includes('&') ? decodeHTML(raw) : raw)
}

function escaped(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
}
