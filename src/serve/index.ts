export { type Console, createConsole } from './console/create-console.ts'
export {
  type Change,
  type DecisionsAsked,
  ENTRY_FIELDS,
  type EntryFields,
  entryFields,
  type FieldProblem,
  type Found,
  type Judged,
  type LatestItem,
  type Newsdesk,
  type Office,
  type SourceRow,
} from './console/office.ts'
export { listenAddress } from './listen-address.ts'
export { type Metric, metricsText } from './metrics-text.ts'
export { type Newsroom, newsroomMetrics } from './newsroom-metrics.ts'
export { type ServeOptions, type Serving, startServer } from './start-server.ts'
