import type { Item, Source, Withdrawal } from '../model/index.ts'
import { retractionNotice } from '../text/index.ts'
import type { Credited } from './credited.ts'
import type { Desk } from './desk.ts'
import type { Kept } from './keep.ts'

/** What an entry comes to, once it is known what happened to its item before. */
export type Fate =
  | { readonly kind: 'kept'; readonly kept: Kept }
  | { readonly kind: 'withdrawn'; readonly withdrawal: Withdrawal }
  | { readonly kind: 'restored'; readonly item: Item }
  /** nothing to store: unchanged, or withdrawn for good */
  | { readonly kind: 'left' }

/**
 * A notice withdraws the item that the entry was; an item that its source had withdrawn and offers again is restored; what the operator
 * withdrew stays out, also when its source offers the same words under another name.
 */
export async function fateOf(
  words: Credited,
  kept: Kept | undefined,
  { known, source, desk }: { readonly known: Item | undefined; readonly source: Source; readonly desk: Desk },
): Promise<Fate> {
  if (known === undefined) {
    const isOut = kept === undefined || (await desk.store.isRetracted(source.id, kept.item.fingerprint))
    return isOut ? { kind: 'left' } : { kind: 'kept', kept }
  }
  const earlier = (await desk.store.withdrawal(known.id))?.withdrawal
  if (earlier?.by === 'operator') return { kind: 'left' }
  const reason = noticeIn(words, known)
  if (reason !== undefined) {
    if (earlier !== undefined) return { kind: 'left' }
    return { kind: 'withdrawn', withdrawal: { itemId: known.id, at: desk.now, by: 'source', evidence: 'notice', reason } }
  }
  if (earlier !== undefined) return { kind: 'restored', item: restoredItem(kept?.item ?? known, desk.now) }
  return kept === undefined ? { kind: 'left' } : { kind: 'kept', kept }
}

/** Whoever remembers the tombstone takes the entry back only when it is newer (RFC 6721 section 5). */
export function restoredItem(item: Item, now: Date): Item {
  return { ...item, updated: now }
}

function noticeIn({ entry, article, feedText }: Credited, known: Item): string | undefined {
  const said = retractionNotice({ title: entry.title ?? '', text: feedText }, known.title)
  if (said !== undefined || article === undefined) return said
  return retractionNotice({ title: article.title ?? '', text: article.text }, known.title)
}
