import { createRequire } from 'node:module'
import { load } from 'cheerio'
import { isTag } from 'domhandler'

type Elements = Iterable<{
  readonly localName: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
}>

/** linkedom 0.18 declares types that do not go with those of the DOM, which other tests need. */
const linkedom: {
  readonly parseHTML: (html: string) => { readonly document: { readonly querySelectorAll: (selector: '*') => Elements } }
} = createRequire(import.meta.url)('linkedom')

/** What an HTML parser finds in a fragment: an element with its attributes. */
type Found = { readonly name: string; readonly attributes: readonly (readonly [string, string])[] }

const HARMLESS = new Set(
  (
    'html head body p br hr div span blockquote q cite pre code kbd samp var tt address center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd ' +
    'article section aside header footer main a abbr acronym b bdi bdo big del dfn em i ins mark s small strike strong sub sup time u ' +
    'wbr ruby rb rp rt figure figcaption img details summary table caption colgroup col thead tbody tfoot tr th td'
  ).split(' '),
)
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'background', 'cite', 'data', 'poster', 'srcset', 'xlink:href'])

/**
 * What in a fragment is alive or leads astray when a browser's parser (parse5, by cheerio) and a looser one (htmlparser2, by linkedom)
 * read it: elements that no entry may hold, event handlers, styles, and addresses that are not http(s) or mailto, or hold user-info.
 */
export function liveMarkup(html: string): readonly string[] {
  return [...new Set([...byCheerio(html), ...byLinkedom(html)].flatMap(troubleWith))]
}

function byCheerio(html: string): readonly Found[] {
  return load(
    html,
    undefined,
    false,
  )('*')
    .toArray()
    .filter(isTag)
    .map((element) => ({ name: element.name.toLowerCase(), attributes: Object.entries(element.attribs) }))
}

function byLinkedom(html: string): readonly Found[] {
  const { document } = linkedom.parseHTML(`<html><body>${html}</body></html>`)
  return [...document.querySelectorAll('*')].map((element) => ({
    name: element.localName.toLowerCase(),
    attributes: [...element.attributes].map(({ name, value }) => [name, value] as const),
  }))
}

function troubleWith({ name, attributes }: Found): readonly string[] {
  const trouble = HARMLESS.has(name) ? [] : [`<${name}>`]
  for (const [key, value] of attributes) {
    if (/^on|^style$|^srcdoc$|[^a-z:-]/i.test(key)) trouble.push(`${name} ${key}="${value}"`)
    if (ADDRESSES.has(key.toLowerCase()) && !isHarmlessAddress(value)) trouble.push(`${name} ${key}="${value}"`)
  }
  return trouble
}

function isHarmlessAddress(value: string): boolean {
  if (/^mailto:[^\s"'<>]+$/i.test(value)) return true
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
