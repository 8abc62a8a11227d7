export type { Article, Rights } from './article.ts'
export type { Credit, CreditPart, Dateline, Evidence } from './credit.ts'
export type { Enclosure, Entry, FeedInfo, FeedPace, Person } from './entry.ts'
export { type ErrorCode, KaynakError } from './errors.ts'
export type { FetchRequest, FetchResult, FetchTrouble, Freshness, PageHeaders, SiteTerms, Validators } from './fetching.ts'
export type { SourceEvent, SourceState, SourceTrouble } from './health.ts'
export { type HttpUrl, type ItemId, isItemId, isSourceId, type SourceId } from './ids.ts'
export type { Carrier, Decision, Item, Relation, Story } from './item.ts'
export { itemMoment } from './item-moment.ts'
export type {
  Clock,
  DecisionQuery,
  Fetch,
  Lock,
  Log,
  LogLevel,
  NeighbourQuery,
  Placement,
  SourceChange,
  Store,
  StoryQuery,
} from './ports.ts'
export { present } from './present.ts'
export type { RevisedPart, Revision } from './revision.ts'
export type { ArticlePolicy, Ownership, Republish, Selectors, Source } from './source.ts'
export type { Pruned, PruneQuery, StateRow, StoredItem } from './state-row.ts'
export type { MatchField, Reason, Verdict } from './verdict.ts'
export type { Absence, Aftermath, Withdrawal, WithdrawalEvidence, WithdrawnItem } from './withdrawal.ts'
export {
  CREDIT_PARTS,
  EVENT_KINDS,
  EVIDENCE_FROM,
  OWNERSHIPS,
  REASON_FIELDS,
  REPUBLISH,
  TEXT_FROM,
  WITHDRAWAL_EVIDENCE,
  WITHDRAWN_BY,
} from './words.ts'
