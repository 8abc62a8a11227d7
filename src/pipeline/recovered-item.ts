import type { Item } from '../model/index.ts'
import type { ToldItem } from '../publish/index.ts'
import { identitiesOf, type Trust, wordsPrint } from './identity.ts'

/** What was published under a name was found by it. */
const TRUSTING: Trust = { guid: () => true, url: () => true }

/** An item from what was published of it. Where an older version did not tell how its source names it, its address and its dated headline do. */
export function recoveredItem(told: ToldItem): Item {
  const { title, text, url, published, fingerprint = wordsPrint(title, text) } = told
  const named = { url, title, fingerprint, ...(published === undefined ? {} : { published }) }
  return { ...told, fingerprint, identities: told.identities ?? identitiesOf(named, TRUSTING) }
}
