import { createRequire } from 'node:module'
import type sanitize from 'sanitize-html'
import { isHidden } from './hidden.ts'
import { linked, picture } from './safe-addresses.ts'
import { shallowHtml } from './shallow-html.ts'
import { simpleHtml } from './simple-html.ts'

/** The sanitiser and the CSS parser below it are loaded by the first text that is not simple: most starts of the program do without. */
const load = createRequire(import.meta.url)

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

/**
 * Harmless HTML: an allow-list of elements and attributes, links and pictures absolute (http(s); links also mailto), nothing that
 * runs, styles, loads a page or counts readers. Comments, scripts, forms and what is hidden from readers are gone. What it returns comes out the same when it is
 * parsed and sanitised again.
 * @param baseUrl what relative addresses are relative to; without it they go and their text stays
 * @returns '' when nothing is left. Linear in the length; what nests deeper than 100 keeps its text only.
 */
export function sanitizeHtml(html: string, baseUrl?: string): string {
  const simple = simpleHtml(html, baseUrl)
  if (simple !== undefined) return written(simple)
  let clean = sanitised(html, baseUrl)
  for (let pass = 1; pass < MOST_PASSES; pass++) {
    const simpler = simpleHtml(clean, baseUrl)
    const again = simpler === undefined ? sanitised(clean, baseUrl) : written(simpler)
    if (again === clean) break
    clean = again // what was dropped stood between elements that may not hold each other
  }
  return clean
}

const MOST_PASSES = 4

/** What no reader is to see goes the way of scripts, with all its text. */
const UNHIDING: sanitize.IOptions['transformTags'] = {
  '*': (tagName, attribs) => (isHidden(attribs) ? { tagName: 'script', attribs: {} } : { tagName, attribs }),
}

function sanitised(html: string, baseUrl: string | undefined): string {
  const sanitizer: typeof sanitize = load('sanitize-html')
  const clean = sanitizer(shallowHtml(html), {
    allowedTags: KEPT_TAGS,
    allowedAttributes: KEPT_ATTRIBUTES,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: UNREAD_TAGS,
    nestingLimit: 100,
    parseStyleAttributes: false,
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: { ...linked(attribs, baseUrl) } }),
      img: (tagName, attribs) => ({ tagName, attribs: { ...picture(attribs, baseUrl) } }),
      ...(/\bhidden\b|style/i.test(html) ? UNHIDING : {}),
    },
  })
  return written(clean.replaceAll(NO_PICTURE, ''))
}

/** Characters that no XML document may hold (XML 1.0 2.2), half letters included. */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const EVERY_ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

function written(html: string): string {
  return (ILLEGAL.test(html) || !html.isWellFormed() ? html.replace(EVERY_ILLEGAL, '') : html).trim()
}
