/** When each source is asked, where, and how it fares: pure decisions; the clock and the dice come in as arguments. */
export { dueMoment, dueSources, isDue } from './pace-due.ts'
export { type Health, healthWords } from './pace-health.ts'
export { hostsThatLie } from './pace-liars.ts'
export { nextState, type ReadingOutcome } from './pace-next-state.ts'
export { type FeedAsk, feedRequest } from './pace-request.ts'
