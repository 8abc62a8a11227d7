export type { Config, ConfigChecks, ConfigProblem, ConfigReading, FetchSettings } from './config.ts'
export { durationMs } from './duration.ts'
export {
  addSources,
  editSource,
  type NewEntry,
  removeSource,
  type SourcesEdit,
  setEnabled,
  sourceEntry,
} from './edit-sources.ts'
export { configJsonSchema } from './json-schema.ts'
export { type ConfigOptions, parseConfig } from './parse-config.ts'
export { unknownSource } from './unknown-source.ts'
