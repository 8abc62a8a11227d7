import ipaddr from 'ipaddr.js'

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

/** Whether an address lies in a CIDR range that `parseAllowance` has accepted. */
export function isInRange(text: string, range: string): boolean {
  const address = parseAddress(text)
  const [base, bits] = ipaddr.parseCIDR(range)
  return address !== undefined && address.kind() === base.kind() && address.match(base, bits)
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
  return isAddress ? ipaddr.process(text) : undefined
}

function isGlobalPrefix(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return ((address.toByteArray()[0] ?? 0) & 0xe0) === 0x20
}
