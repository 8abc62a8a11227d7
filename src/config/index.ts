export type { Config, ConfigChecks, ConfigProblem, ConfigReading, FetchSettings } from './config.ts'
export { durationMs } from './duration.ts'
export { configJsonSchema } from './json-schema.ts'
export { type ConfigOptions, parseConfig } from './parse-config.ts'
