import { decodeHTML, escapeText } from 'entities'
import sanitize from 'sanitize-html'
import { httpUrl } from './http-url.ts'
import { shallowHtml } from './shallow-html.ts'

const KEPT_TAGS = (
  'p br hr div span blockquote q cite pre code kbd samp var tt address center ' +
  'h1 h2 h3 h4 h5 h6 ul ol li dl dt dd article section aside header footer main ' +
  'a abbr acronym b bdi bdo big del dfn em i ins mark s small strike strong sub sup time u wbr ' +
  'ruby rb rp rt figure figcaption img details summary table caption colgroup col thead tbody tfoot tr th td'
).split(' ')

/** Elements that go with all their text. */
const UNREAD_TAGS =
  'script style template noscript noembed noframes iframe embed svg math head title textarea select option datalist xml xmp'.split(
    ' ',
  )

const KEPT_ATTRIBUTES = {
  '*': ['lang', 'dir'],
  a: ['href', 'title'],
  abbr: ['title'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ol: ['start'],
  time: ['datetime'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
}

/**
 * A picture that is dropped: sanitize-html 2.18 excludes by cutting its output (quadratic in the number of cuts), so it writes this
 * instead, which no text can hold since it escapes every `<` of a text.
 */
const NO_PICTURE = '<img />'

type Attributes = Record<string, string>

/**
 * Harmless HTML: an allow-list of elements and attributes, links and pictures absolute (http(s); links also mailto), nothing that
 * runs, styles, loads a page or counts readers. Comments, scripts and forms are gone. What it returns comes out the same when it is
 * parsed and sanitised again.
 * @param baseUrl what relative addresses are relative to; without it they go and their text stays
 * @returns '' when nothing is left. Linear in the length; what nests deeper than 100 keeps its text only.
 */
export function sanitizeHtml(html: string, baseUrl?: string): string {
  if (!html.includes('<')) return written(escapeText(html.includes('&') ? decodeHTML(html) : html))
  const clean = sanitize(shallowHtml(html), {
    allowedTags: KEPT_TAGS,
    allowedAttributes: KEPT_ATTRIBUTES,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: UNREAD_TAGS,
    nestingLimit: 100,
    parseStyleAttributes: false,
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: linked(attribs, baseUrl) }),
      img: (tagName, attribs) => picture(tagName, attribs, baseUrl),
    },
  })
  return written(clean.replaceAll(NO_PICTURE, ''))
}

/** Characters that no XML document may hold (XML 1.0 2.2), half letters included. */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

function written(html: string): string {
  return html.replace(ILLEGAL, '').trim()
}

function linked(attribs: Attributes, baseUrl: string | undefined): Attributes {
  const { href, ...rest } = attribs
  if (href === undefined) return rest
  const address = href.trim()
  if (/^mailto:[^\s"'<>\\]{3,200}$/i.test(address)) return { href: address, ...rest }
  const url = httpUrl(address, baseUrl)
  return url === undefined ? rest : { href: url, ...rest }
}

function picture(tagName: string, attribs: Attributes, baseUrl: string | undefined): { tagName: string; attribs: Attributes } {
  const src = httpUrl(attribs['src'] ?? '', baseUrl)
  if (src === undefined || isCounter(src, attribs)) return { tagName, attribs: {} }
  const { width, height, ...rest } = attribs
  return { tagName, attribs: { ...rest, src, ...size('width', width), ...size('height', height) } }
}

function size(name: 'width' | 'height', value: string | undefined): Attributes {
  return value !== undefined && /^\d{1,4}$/.test(value) ? { [name]: value } : {}
}

/** Whether a picture is there to count readers: too small to see, or served by a known counter. */
function isCounter(src: string, attribs: Attributes): boolean {
  const { width, height, style } = attribs
  if (isTiny(width) || isTiny(height)) return true
  if (
    style !== undefined &&
    style.length < 500 &&
    /(?:^|[;\s])(?:width|height)\s{0,3}:\s{0,3}[01](?:px)?\s{0,3}(?:;|!|$)|display\s{0,3}:\s{0,3}none/i.test(style)
  )
    return true
  return COUNTERS.test(src)
}

function isTiny(length: string | undefined): boolean {
  return length !== undefined && /^\s{0,3}[012](?:px)?\s{0,3}$/.test(length)
}

const COUNTERS =
  /^https?:\/\/(?:feeds\.feedburner\.com\/~r\/|feeds\.wordpress\.com\/1\.0\/|stats\.wordpress\.com\/|pixel\.|(?:www\.)?google-analytics\.com\/|[^/]*\.doubleclick\.net\/|b\.scorecardresearch\.com\/|sb\.scorecardresearch\.com\/|pixel\.wp\.com\/|vg[0-9]{2}\.met\.vgwort\.de\/|ssl-vg[0-9]{2}\.met\.vgwort\.de\/|[^/]*\/(?:pixel|tracking|spacer|blank|1x1)\.(?:gif|png)|rss\.feedsportal\.com\/|[^/]*feedsportal\.com\/.{0,200}\/mf\.gif)/i
