import type { Carrier, Credit, Item } from '../model/index.ts'
import type { Fingerprint } from './fingerprint.ts'

/** What of an item decides who leads a story; any Item is one. */
export type Printed = Pick<Item, 'id' | 'firstSeen'> & {
  readonly published?: Date
  readonly carrier: Pick<Carrier, 'name'> & Partial<Pick<Carrier, 'sourceId'>>
  readonly credit: Pick<Credit, 'agency'> & Partial<Pick<Credit, 'dateline' | 'source' | 'publisher'>>
}

/** What of an item decides how it stands to others. Its words count through the fingerprint only. */
export type Comparable = Printed & Pick<Item, 'urlKey'> & { readonly print: Fingerprint }
