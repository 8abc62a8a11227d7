import { KaynakError } from '../model/index.ts'
import { portOf } from './destination.ts'

/** A proxy of the operator's. `authorization` is a ready Proxy-Authorization value and never goes into a log. */
export type ProxyServer = {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
  readonly authorization?: string
}

/** The proxy for one address; undefined: go directly. */
export type Proxies = (url: URL) => ProxyServer | undefined

type Env = Readonly<Record<string, string | undefined>>

/**
 * Reads the proxies that the environment names: `https_proxy` or `HTTPS_PROXY`, `http_proxy` (lower case only: a CGI host lets
 * strangers set HTTP_PROXY), `all_proxy`, each against `no_proxy`, which names `*`, hosts or domains, with or without a port.
 * @throws KaynakError CONFIG_INVALID for anything but an http or https proxy: going directly instead would betray its purpose
 */
export function proxiesOf(env: Env): Proxies {
  const all = env['all_proxy'] ?? env['ALL_PROXY']
  const forHttp = proxyAt('http_proxy', env['http_proxy'] ?? all)
  const forHttps = proxyAt('https_proxy', env['https_proxy'] ?? env['HTTPS_PROXY'] ?? all)
  const exempt = (env['no_proxy'] ?? env['NO_PROXY'] ?? '').toLowerCase().split(/[\s,]+/)
  return (url) => {
    const proxy = url.protocol === 'https:' ? forHttps : forHttp
    return proxy === undefined || exempt.some((entry) => isNamed(url, entry)) ? undefined : proxy
  }
}

function proxyAt(variable: string, value: string | undefined): ProxyServer | undefined {
  const text = value?.trim() ?? ''
  if (text === '') return undefined
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new KaynakError('CONFIG_INVALID', `${variable}: expected the address of an http or https proxy`) // may hold a password: not repeated
  const place = { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: portOf(url), isTls: url.protocol === 'https:' }
  if (url.username === '') return place
  const login = `${decodedPart(url.username)}:${decodedPart(url.password)}`
  return { ...place, authorization: `Basic ${Buffer.from(login).toString('base64')}` }
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a lone per cent sign is meant as such
  }
}

function isNamed(url: URL, entry: string): boolean {
  if (entry === '*') return true
  const [, name = '', port] = /^\*?\.?([^*]*?)(?::(\d+))?$/.exec(entry) ?? []
  const isItsPort = port === undefined || Number(port) === portOf(url)
  return name !== '' && isItsPort && (url.hostname === name || url.hostname.endsWith(`.${name}`))
}
