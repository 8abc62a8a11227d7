export { type Schedule, scheduleProblem, startSchedule } from './cron.ts'
export { createRounds, type Rounds } from './rounds.ts'
export { serviceManager } from './service-manager.ts'
export { watchFiles } from './watch-files.ts'
