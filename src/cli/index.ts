export { main } from './run-command-line.ts'
