import type { CreditPart, Evidence } from './credit.ts'
import type { SourceEvent } from './health.ts'
import type { Item } from './item.ts'
import type { Ownership, Republish } from './source.ts'
import type { Reason } from './verdict.ts'
import type { Withdrawal, WithdrawalEvidence } from './withdrawal.ts'

/** All words of a union, for whoever reads data back: a word that is missing here does not compile. */
type Words<T extends string> = Readonly<Record<T, true>>

export const OWNERSHIPS: Words<Ownership> = {
  state: true,
  public: true,
  independent: true,
  party: true,
  un: true,
  ngo: true,
  'think-tank': true,
}
export const REPUBLISH: Words<Republish> = { link: true, excerpt: true, full: true }
export const TEXT_FROM: Words<NonNullable<Item['textFrom']>> = { summary: true, content: true, page: true }
export const REASON_FIELDS: Words<Reason['field']> = {
  title: true,
  summary: true,
  content: true,
  categories: true,
  url: true,
  article: true,
}
export const CREDIT_PARTS: Words<CreditPart> = {
  publisher: true,
  agency: true,
  authors: true,
  dateline: true,
  cited: true,
  imageCredit: true,
  source: true,
  url: true,
  published: true,
  licence: true,
  title: true,
}
export const EVIDENCE_FROM: Words<Evidence['from']> = { config: true, feed: true, page: true, text: true, url: true }
export const WITHDRAWN_BY: Words<Withdrawal['by']> = { source: true, operator: true }
export const WITHDRAWAL_EVIDENCE: Words<WithdrawalEvidence> = { gone: true, missing: true, notice: true }
export const EVENT_KINDS: Words<SourceEvent['kind']> = {
  failing: true,
  gone: true,
  moved: true,
  silent: true,
  flooded: true,
  recovered: true,
}
