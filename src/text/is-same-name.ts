import { agencyNamed } from './agency.ts'
import { plainWords } from './plain-words.ts'

/** Whether two names are of one house: whatever their case, accents and punctuation, or as names of one agency (AA, Anadolu Agency). */
export function isSameName(one: string, other: string): boolean {
  if (one === other) return true
  const plain = plainWords(one).join(' ')
  if (plain !== '' && plain === plainWords(other).join(' ')) return true
  const agency = agencyNamed(one)
  return agency !== undefined && agency.name === agencyNamed(other)?.name
}
