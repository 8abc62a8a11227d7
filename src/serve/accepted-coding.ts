/** The content codings that a file is kept in, the smallest first. */
const CODINGS = ['br', 'gzip'] as const

/** How a body is packed. */
export type Coding = (typeof CODINGS)[number] | 'identity'

/**
 * The coding to answer in: the one that the client likes best, brotli before gzip where it likes both the same (RFC 9110 12.5.3).
 * Without a field, and where nothing else is allowed, it is `identity`. Linear; reads at most 1,000 characters.
 */
export function acceptedCoding(field: string | undefined): Coding {
  if (field === undefined || field === '') return 'identity'
  const wishes = new Map<string, number>()
  for (const part of field.slice(0, 1_000).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';')
    wishes.set(name.trim().replace(/^x-gzip$/, 'gzip'), weightOf(parameters))
  }
  let best: Coding = 'identity'
  let most = Number.MIN_VALUE
  for (const coding of CODINGS) {
    const weight = wishes.get(coding) ?? wishes.get('*') ?? 0
    if (weight > most) [best, most] = [coding, weight]
  }
  const plain = wishes.get('identity') ?? 0
  return plain > most ? 'identity' : best
}

function weightOf(parameters: readonly string[]): number {
  const stated = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
  if (stated === undefined) return 1
  const weight = Number(stated.slice(2))
  return weight >= 0 && weight <= 1 ? weight : 0
}
