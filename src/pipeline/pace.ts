/** When each source is asked, and how: decisions without a clock of their own (docs/decisions and facts behind them: RFC 9110, RFC 2616 skip rules of RSS 2.0). */
export { dueSources, isDue } from './pace-due.ts'
export { type Health, healthWords } from './pace-health.ts'
export { nextState, type ReadingOutcome } from './pace-next-state.ts'
export { type FeedAsk, feedRequest } from './pace-request.ts'
