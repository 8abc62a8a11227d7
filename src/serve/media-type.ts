/** How a file is named to clients. */
export type MediaType = {
  readonly type: string
  /** whether packing it makes it smaller */
  readonly isText: boolean
  /** what a browser is told instead, where it would offer a download of the right type */
  readonly inBrowser?: string
}

const RSS: MediaType = { type: 'application/rss+xml; charset=utf-8', isText: true, inBrowser: 'application/xml; charset=utf-8' }
const ATOM: MediaType = { type: 'application/atom+xml; charset=utf-8', isText: true, inBrowser: 'application/xml; charset=utf-8' }
const FEED_JSON: MediaType = { type: 'application/feed+json; charset=utf-8', isText: true, inBrowser: 'application/json' }
const JSON_TYPE: MediaType = { type: 'application/json', isText: true }
const UNKNOWN: MediaType = { type: 'application/octet-stream', isText: false }

const BY_ENDING: Readonly<Record<string, MediaType>> = {
  html: text('text/html; charset=utf-8'),
  htm: text('text/html; charset=utf-8'),
  css: text('text/css; charset=utf-8'),
  js: text('text/javascript; charset=utf-8'),
  mjs: text('text/javascript; charset=utf-8'),
  txt: text('text/plain; charset=utf-8'),
  md: text('text/markdown; charset=utf-8'),
  opml: text('text/x-opml; charset=utf-8'),
  svg: text('image/svg+xml'),
  webmanifest: text('application/manifest+json'),
  ico: picture('image/x-icon'),
  png: picture('image/png'),
  jpg: picture('image/jpeg'),
  jpeg: picture('image/jpeg'),
  gif: picture('image/gif'),
  webp: picture('image/webp'),
  avif: picture('image/avif'),
  woff2: picture('font/woff2'),
  pdf: picture('application/pdf'),
}

/** The media type of a file by its name and, where an ending has several meanings (xml, json), by how the document begins. */
export function mediaType(path: string, head: string): MediaType {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  if (ending === 'xml' || ending === 'rss' || ending === 'atom') return xmlType(head)
  if (ending === 'json') return head.includes('"https://jsonfeed.org/version/') ? FEED_JSON : JSON_TYPE
  return BY_ENDING[ending] ?? UNKNOWN
}

function xmlType(head: string): MediaType {
  const root = /<(rss|feed|opml|[a-z][\w:-]*)[\s/>]/i.exec(head)?.[1]?.toLowerCase()
  if (root === 'rss') return RSS
  if (root === 'feed') return ATOM
  return text(root === 'opml' ? 'text/x-opml; charset=utf-8' : 'application/xml; charset=utf-8')
}

function text(type: string): MediaType {
  return { type, isText: true }
}

function picture(type: string): MediaType {
  return { type, isText: false }
}
