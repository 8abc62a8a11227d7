export { type Schedule, scheduleProblem, startSchedule } from './cron.ts'
