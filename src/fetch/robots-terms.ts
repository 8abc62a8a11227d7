import { type HttpUrl, present, type SiteTerms } from '../model/index.ts'
import { httpUrl } from '../text/index.ts'

const TOKEN = 'kaynak'
const MAX_LINES = 200

/** Uses that a line speaks of, for addresses whose path begins so. */
type Signal = { readonly path: string; readonly reserved: boolean; readonly noExcerpt: boolean }

/**
 * Reads what a robots.txt says beside which pages may be read: `License:` holds for everyone (RSL 1.0); `Content-Signal:`
 * (contentsignals.org) and `Content-Usage:` (draft-ietf-aipref-attach) hold for the group that they stand in, ours before everyone's,
 * and before any group for all. The strictest wins.
 * @returns the terms for a page; undefined where nothing is said of it
 */
export function robotsTerms(text: string): (url: string) => SiteTerms | undefined {
  const { licence, signals } = readTerms(text)
  if (licence === undefined && signals.length === 0) return () => undefined
  return (url) => {
    const { pathname } = new URL(url)
    const here = signals.filter(({ path }) => pathname.startsWith(path))
    if (licence === undefined && here.length === 0) return undefined
    return present({
      licence,
      reserved: licence !== undefined || here.some((signal) => signal.reserved),
      noExcerpt: here.some((signal) => signal.noExcerpt),
    })
  }
}

function readTerms(text: string): { readonly licence: HttpUrl | undefined; readonly signals: readonly Signal[] } {
  const groups = new Map<string, Signal[]>()
  let licence: HttpUrl | undefined
  let agents: string[] = ['']
  let isNaming = false
  let lines = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^[\s\ufeff]*([A-Za-z-]{1,20})\s*:(.*)/.exec(line) ?? []
    const field = key.toLowerCase()
    if (field === 'user-agent') agents = [...(isNaming ? agents : []), agentOf(value)].slice(0, MAX_LINES)
    else if (field === 'license') licence ??= httpUrl(value.trim())
    else if ((field === 'content-signal' || field === 'content-usage') && lines < MAX_LINES) {
      lines += 1
      const signal = signalIn(value)
      for (const agent of new Set(agents)) groups.set(agent, [...(groups.get(agent) ?? []), ...signal])
    }
    if (field !== '') isNaming = field === 'user-agent'
  }
  return { licence, signals: [...(groups.get('') ?? []), ...(groups.get(TOKEN) ?? groups.get('*') ?? [])] }
}

function agentOf(value: string): string {
  return value.split('#', 1)[0]?.trim().toLowerCase().split('/', 1)[0]?.trim() ?? ''
}

/** `search=yes, ai-train=no`, behind a path or not; AIPREF writes `y` and `n`. */
function signalIn(value: string): readonly Signal[] {
  const [, path = '/', uses = ''] = /^\s*(\/[^\s,]*)?(.*)$/.exec(value.slice(0, 2_000).split('#', 1)[0] ?? '') ?? []
  const refused = [...uses.matchAll(/([\w-]{1,40})\s*=\s*(?:no|n)(?![\w-])/gi)].map(([, use = '']) => use.toLowerCase())
  return refused.length === 0 ? [] : [{ path, reserved: true, noExcerpt: refused.includes('search') }]
}
