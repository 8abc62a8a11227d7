import type { Enclosure, HttpUrl, Item } from '../../model/index.ts'

export type Attachment = { readonly url: HttpUrl; readonly type: string; readonly length?: number }

/**
 * The files that may go along: recordings where more than the link may be republished, pictures only where all of it may, since
 * a picture is mostly somebody else's work. Without a stated media type a file is not carried: guessing it would be wrong too often.
 */
export function attachmentsOf(item: Pick<Item, 'enclosures' | 'republish'>): readonly Attachment[] {
  if (item.republish === 'link') return []
  const found: Attachment[] = []
  for (const enclosure of item.enclosures) {
    const type = mediaType(enclosure)
    if (type === undefined || (type.startsWith('image/') && item.republish !== 'full')) continue
    found.push({ url: enclosure.url, type, ...(isLength(enclosure.length) ? { length: enclosure.length } : {}) })
  }
  return found
}

function mediaType({ type }: Enclosure): string | undefined {
  const bare = type?.split(';')[0]?.trim().toLowerCase()
  return bare !== undefined && /^[a-z]+\/[a-z0-9.+-]+$/.test(bare) ? bare : undefined
}

function isLength(length: number | undefined): length is number {
  return length !== undefined && Number.isSafeInteger(length) && length > 0
}
