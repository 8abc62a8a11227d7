import type { Item } from '../../model/index.ts'

/** The publisher's name; the configured name of its source where nothing names one. */
export function outletOf({ credit, carrier }: Pick<Item, 'credit' | 'carrier'>): string {
  return credit.publisher === '' ? carrier.name : credit.publisher
}
