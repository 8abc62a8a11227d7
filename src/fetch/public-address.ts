import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

/**
 * Whether an IP address is global unicast, so that a stranger's link may lead there. False for every special range of the IANA
 * registries, for IPv4 inside IPv6 in any form, and for what is no address. Outside 2000::/3 no IPv6 address is global (RFC 4291 2.4).
 */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text)
  if (address === undefined || address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || isGlobalPrefix(address)
}

/** Whether two spellings name one address; an IPv4 address mapped into IPv6 is that IPv4 address. */
export function isSameAddress(one: string, other: string): boolean {
  if (one === other) return true
  const [first, second] = [parseAddress(one), parseAddress(other)]
  return first !== undefined && second !== undefined && first.toNormalizedString() === second.toNormalizedString()
}

/**
 * Reads a CIDR range and answers whether an address lies in it.
 * @throws when `parseAllowance` would not have accepted the range
 */
export function rangeTest(range: string): (address: string) => boolean {
  const [base, bits] = ipaddr.parseCIDR(range)
  return (text) => {
    const address = parseAddress(text)
    return address !== undefined && address.kind() === base.kind() && address.match(base, bits)
  }
}

function parseAddress(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text)
  if (!ipaddr.IPv6.isValid(text)) return undefined
  const [bare, zone] = text.split('%')
  const hextets = URL.parse(`http://[${bare}]/`)?.hostname.slice(1, -1) // ipaddr.js 2.5 takes ::8.8.8.8 for ::ffff:8.8.8.8
  if (hextets === undefined) return undefined
  return ipaddr.process(zone === undefined ? hextets : `${hextets}%${zone}`)
}

function isGlobalPrefix(address: Address): boolean {
  return ((address.toByteArray()[0] ?? 0) & 0xe0) === 0x20
}
