/** A redirector that names its target: in one of the parameters, or where `from` finds it. */
type Redirector = {
  readonly hosts: RegExp
  readonly path: RegExp
  readonly names: readonly string[]
  readonly from?: (url: URL) => string | undefined
}

/** Exits that carry their target; hosts without `www.`. */
export const REDIRECTS: readonly Redirector[] = [
  {
    hosts: /^((www|news|news\.url|cse|images|plus\.url)\.)?google\.[a-z.]{2,6}$/,
    path: /^\/(url|imgres|news\/url)$/,
    names: ['url', 'q', 'imgrefurl'],
  },
  { hosts: /^translate\.google\.[a-z.]{2,6}$/, path: /^\/translate/, names: ['u'] },
  {
    hosts: /^(r\.search|ri\.search|search)\.yahoo\.com$/,
    path: /\/RU=/,
    names: [],
    from: (url) => /\/RU=([^/]+)/.exec(url.pathname)?.[1],
  },
  { hosts: /^(l|lm|m)?\.?facebook\.com$/, path: /^\/(l|sharer\/sharer|sharer|flx\/warn\/?)(\.php)?$/, names: ['u'] },
  { hosts: /^l\.(instagram|threads|messenger)\.(com|net)$/, path: /^\//, names: ['u'] },
  { hosts: /^(out\.reddit\.com|href\.li|anonym\.to)$/, path: /^\//, names: ['url'], from: (url) => url.search.slice(1) },
  { hosts: /^t\.umblr\.com$/, path: /^\/redirect/, names: ['z'] },
  { hosts: /^(m\.)?youtube\.com$/, path: /^\/redirect/, names: ['q'] },
  { hosts: /^linkedin\.com$/, path: /^\/(redir|safety|shareArticle)/, names: ['url'] },
  { hosts: /^(twitter|x)\.com$/, path: /^\/(intent\/tweet|share)$/, names: ['url'] },
  { hosts: /^(m\.)?vk\.com$/, path: /^\/away\.php$/, names: ['to'] },
  { hosts: /^t\.me$/, path: /^\/(iv|share\/url)$/, names: ['url'] },
  { hosts: /^(html\.)?duckduckgo\.com$/, path: /^\/l\/?$/, names: ['uddg'] },
  { hosts: /(^|\.)bing\.com$/, path: /apiclick\.aspx$/i, names: ['url'] },
  { hosts: /(^|\.)bing\.com$/, path: /^\/ck\//, names: [], from: bingClick },
  { hosts: /(^|\.)safelinks\.protection\.outlook\.com$/, path: /^\//, names: ['url'] },
  { hosts: /^urldefense(\.proofpoint)?\.com$/, path: /^\/v[123]\//, names: [], from: proofpoint },
  {
    hosts: /^go\.theregister\.com$/,
    path: /^\/feed\//,
    names: [],
    from: (url) => `https://${url.pathname.slice('/feed/'.length)}`,
  },
  {
    hosts: /^news\.un\.org$/,
    path: /^\/feed\/view\//,
    names: [],
    from: (url) => `${url.origin}${url.pathname.slice('/feed/view'.length)}`,
  },
]

/** Proofpoint: version 2 writes `-` for `%` and `_` for `/`, version 3 puts the address between two underscores. */
function proofpoint(url: URL): string | undefined {
  const second = url.searchParams.get('u')
  if (url.pathname.startsWith('/v2/') && second !== null) return second.replaceAll('-', '%').replaceAll('_', '/')
  const third = /^\/v3\/__(https?:\/+.+?)__;/.exec(url.pathname + url.search)?.[1]
  return third?.replace(/^(https?:)\/+/, '$1//') ?? second ?? undefined
}

/** Bing's clicks hold the address in URL-safe base64 after `a1`. */
function bingClick(url: URL): string | undefined {
  const code = /^a1([\w-]{8,4000})$/.exec(url.searchParams.get('u') ?? '')?.[1]
  if (code === undefined) return undefined
  return new TextDecoder().decode(Uint8Array.from(atobSafe(code), (letter) => letter.charCodeAt(0)))
}

function atobSafe(code: string): string {
  const base64 = code.replaceAll('-', '+').replaceAll('_', '/')
  return base64.length % 4 === 1 ? '' : atob(base64)
}

/** Whether a path says of itself that it only leads elsewhere. */
export function isRedirectPath(path: string): boolean {
  return /(^|\/)(redirect|redir|rd|away|outbound|outgoing|exit|out|go|goto|leave|linkout|click|track\/click|url|l)(\.(php|aspx?|cgi|html?))?\/?$/i.test(
    path,
  )
}

const SHORTENERS: ReadonlySet<string> = new Set(
  `t.co bit.ly j.mp ow.ly buff.ly goo.gl tinyurl.com dlvr.it trib.al ift.tt fb.me lnkd.in is.gd v.gd cutt.ly rb.gy shorturl.at t.ly
  reut.rs nyti.ms wapo.st bbc.in cnn.it apne.ws on.ft.com econ.st f24.my u.afp.com a.msn.com ebx.sh flip.it share.google
  search.app apple.news feedproxy.google.com feedsportal.com hubs.ly hubs.la snip.ly tiny.cc s.id clck.ru ru.sputnik.link`
    .split(/\s+/)
    .filter((host) => host !== ''),
)

/** Whether only the network can tell where an address leads: shorteners, Google News, FeedBurner's `~r` links. */
export function isOpaqueAddress(url: URL): boolean {
  const host = url.hostname.replace(/^www\./, '')
  if (SHORTENERS.has(host) || host.endsWith('.feedsportal.com')) return true
  if (host === 'news.google.com')
    return /^\/(rss\/)?(articles|read|stories)\//.test(url.pathname) || url.pathname.startsWith('/__i/')
  return /\/~r\//.test(url.pathname)
}
