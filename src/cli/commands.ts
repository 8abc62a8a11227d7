import { attributeCommand } from './attribute.ts'
import { clusterCommand } from './cluster.ts'
import { completionCommand } from './completion.ts'
import { explainCommand } from './explain.ts'
import { exportCommand } from './export.ts'
import { extractCommand } from './extract.ts'
import { importCommand } from './import.ts'
import { initCommand } from './init.ts'
import { matchCommand } from './match.ts'
import { parseCommand } from './parse.ts'
import type { CommandFile } from './program.ts'
import { pruneCommand } from './prune.ts'
import { retractCommand } from './retract.ts'
import { runCommand } from './run.ts'
import { serveCommand } from './serve.ts'
import { sourcesCommand } from './sources.ts'
import { statusCommand } from './status.ts'
import { topicCommand } from './topic.ts'
import { watchCommand } from './watch.ts'
import { workCommand } from './work.ts'

/** Every command there is, in the order of `--help`. */
export const COMMANDS: readonly CommandFile[] = [
  runCommand,
  watchCommand,
  serveCommand,
  workCommand,
  explainCommand,
  statusCommand,
  retractCommand,
  initCommand,
  sourcesCommand,
  topicCommand,
  exportCommand,
  importCommand,
  pruneCommand,
  completionCommand,
  parseCommand,
  matchCommand,
  extractCommand,
  attributeCommand,
  clusterCommand,
]
