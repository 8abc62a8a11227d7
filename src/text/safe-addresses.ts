import { httpUrl } from './http-url.ts'

export type Attributes = Readonly<Record<string, string>>

/** The attributes of a link, its address absolute or gone: http(s) or mailto. */
export function linked(attribs: Attributes, baseUrl: string | undefined): Attributes {
  const { href, ...rest } = attribs
  if (href === undefined) return rest
  const address = href.trim()
  if (/^mailto:[^\s"'<>\\]{3,200}$/i.test(address)) return { href: address, ...rest }
  const url = httpUrl(address, baseUrl)
  return url === undefined ? rest : { href: url, ...rest }
}

/** The attributes of a picture, its address absolute; undefined when there is none or it is there to count readers. */
export function picture(attribs: Attributes, baseUrl: string | undefined): Attributes | undefined {
  const src = httpUrl(attribs['src'] ?? '', baseUrl)
  if (src === undefined || isCounter(src, attribs)) return undefined
  const { width, height, ...rest } = attribs
  return { ...rest, src, ...size('width', width), ...size('height', height) }
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
