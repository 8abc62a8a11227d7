export type { Comparable } from './comparable.ts'
export { type Fingerprint, fingerprintOf } from './fingerprint.ts'
export { relate } from './relate.ts'
export { shouldLead } from './should-lead.ts'
