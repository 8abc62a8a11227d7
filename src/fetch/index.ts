export { parseAllowance } from './allowance.ts'
export { createFetch, type Fetching, type FetchOptions } from './create-fetch.ts'
export { freshness } from './freshness.ts'
export { retryAfter } from './retry-after.ts'
