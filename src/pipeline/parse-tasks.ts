import type { Entry } from '../model/index.ts'
import type { About, DocumentReading, How, Reading, Slip } from '../parse/index.ts'

/** What the parsing thread is asked for. */
export type ParseTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly about: About; readonly how: How }
  | { readonly kind: 'entries'; readonly document: DocumentReading; readonly slips: readonly Slip[] }

export type ParseAnswer =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
