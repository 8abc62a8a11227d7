import { asHtml } from './markup-collector.ts'
import type { XmlNode } from './xml-node.ts'

/**
 * A text construct as HTML, by its own word (RFC 4287 3.1, Atom 0.3 modes) and, where that is missing or commonly wrong, by its looks.
 * RSS text is HTML. Base64 is decoded; content that is neither text nor HTML gives ''.
 */
export function htmlOf(node: XmlNode): string {
  if (node.markup === true) return isForeign(node.attributes?.['type']) ? '' : node.text
  const type = node.attributes?.['type']?.trim().toLowerCase()
  const mode = node.attributes?.['mode']?.trim().toLowerCase()
  if (!node.name.startsWith('atom:') && mode === undefined)
    return node.name.startsWith('media:') && type === 'plain' ? asHtml(node.text) : node.text
  if (mode === 'base64' || isBase64(node, type))
    return htmlOf({
      ...node,
      text: decodedBase64(node.text),
      attributes: { type: type === undefined || !type.startsWith('text/') ? 'text/html' : type },
    })
  if (isForeign(type)) return ''
  if (type === 'html' || type === 'text/html') return node.text
  if (type === 'xhtml' || type === 'application/xhtml+xml') return mode === 'escaped' ? node.text : asHtml(node.text)
  return looksLikeHtml(node.text) ? node.text : asHtml(node.text)
}

/** Types whose content is no text for a reader: pictures, XML of other kinds. */
function isForeign(type: string | undefined): boolean {
  return (
    type !== undefined &&
    /^(?:image|audio|video)\/|^application\/(?!xhtml\+xml$|octet-stream$)|\+xml$/i.test(type) &&
    !/xhtml/i.test(type)
  )
}

/** RFC 4287 4.1.3.3: a content type that is neither text nor XML means base64. Only what is base64 in every letter is taken for it. */
function isBase64(node: XmlNode, type: string | undefined): boolean {
  if (type === undefined || !type.includes('/') || /^text\/|xml$/.test(type)) return false
  return type === 'application/octet-stream' && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(node.text)
}

function decodedBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8')
}

const HTML_TAG = /<\/?([a-z][a-z0-9]{0,11})(?=[\s/>])/gi
const USUAL_TAGS: ReadonlySet<string> = new Set(
  'a abbr b big blockquote br center cite code dd del div dl dt em embed figure figcaption font form h1 h2 h3 h4 h5 h6 hr i iframe img ins li object ol p pre q s script small span strike strong style sub sup table tbody td th thead tr tt u ul video'.split(
    ' ',
  ),
)

/** Whether text that claims to be plain is HTML all the same: it closes an element or holds a reference, and all its tags are usual ones. */
function looksLikeHtml(text: string): boolean {
  const ends = text.includes('</') || /<(?:br|hr|img|p)[\s/>]/i.test(text)
  if (!ends && !/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});/i.test(text)) return false
  const sample = text.slice(0, 20_000)
  return [...sample.matchAll(HTML_TAG)].every(([, name = '']) => USUAL_TAGS.has(name.toLowerCase()))
}
