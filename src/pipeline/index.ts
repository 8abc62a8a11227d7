export type { Desk } from './desk.ts'
export { type Health, healthWords } from './pace.ts'
export { type PassRequest, type Progress, runPass } from './pass.ts'
export type { PassReport, SourceReport } from './report.ts'
