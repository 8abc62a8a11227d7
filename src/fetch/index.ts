export { type Allowance, type AllowanceProblem, parseAllowance } from './allowance.ts'
export { createFetch, type Fetching, type FetchOptions } from './create-fetch.ts'
export { freshness } from './freshness.ts'
export { type Pause, retryAfter } from './retry-after.ts'
