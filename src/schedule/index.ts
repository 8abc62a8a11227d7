export { scheduleProblem, startSchedule } from './cron.ts'
