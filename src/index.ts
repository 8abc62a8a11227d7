/**
 * The library's door: the steps, each on its own, and a whole pass. What stands here is promised; what does not may change.
 * Everything but `openSqliteStore`, `createFetch`, `createParser`, `publish` and `runPass` is pure.
 */
export { attribute } from './attribute/index.ts'
export { type Fingerprint, fingerprintOf, relate, shouldLead } from './cluster/index.ts'
export {
  type Config,
  type ConfigChecks,
  type ConfigOptions,
  type ConfigProblem,
  type ConfigReading,
  configJsonSchema,
  type FetchSettings,
  parseConfig,
} from './config/index.ts'
export { extractArticle } from './extract/index.ts'
export { createFetch, type Fetching, type FetchOptions, parseAllowance } from './fetch/index.ts'
export {
  auditTopic,
  compileTopic,
  diffTopics,
  type FailedExample,
  type MatchInput,
  shippedTopic,
  shippedTopicIds,
  type TermAudit,
  type Topic,
  type TopicAudit,
  type TopicChange,
  type TopicDiff,
  type TopicReading,
  type TopicTest,
  testTopic,
  topicSchema,
} from './match/index.ts'
export type {
  Article,
  ArticlePolicy,
  Carrier,
  Credit,
  CreditPart,
  Dateline,
  Decision,
  Enclosure,
  Entry,
  ErrorCode,
  Evidence,
  FeedInfo,
  Fetch,
  FetchResult,
  HttpUrl,
  Item,
  ItemId,
  Lock,
  Log,
  Ownership,
  Person,
  Placement,
  Reason,
  Relation,
  Republish,
  Rights,
  Selectors,
  Source,
  SourceChange,
  SourceId,
  SourceState,
  Store,
  Story,
  Verdict,
} from './model/index.ts'
export { isItemId, isSourceId, KaynakError } from './model/index.ts'
export {
  type About,
  checkSelector,
  type Decoded,
  type DecodeOptions,
  type DocumentReading,
  decode,
  discoverFeeds,
  type FeedLink,
  type How,
  parseEntries,
  type Reading,
  read,
  readWhole,
  type Slip,
  type Unreadable,
  type UnreadableCode,
  type WholeDocument,
} from './parse/index.ts'
export {
  createParser,
  type Desk,
  type Health,
  healthWords,
  type PassReport,
  type PassRequest,
  type Progress,
  runPass,
  type SourceReport,
} from './pipeline/index.ts'
export { type Channel, checkWritable, type Publication, publish, type SourceView } from './publish/index.ts'
export { type OpenedStore, openSqliteStore, type StateNotice } from './store/index.ts'
export { canonicalUrl, cleanText, httpUrl, languageOf, parseDate, plainText, sanitizeHtml, urlKey } from './text/index.ts'
