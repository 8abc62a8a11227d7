import { clusterCommand } from './cluster.ts'
import { extractCommand } from './extract.ts'
import { matchCommand } from './match.ts'
import { parseCommand } from './parse.ts'
import type { CommandFile } from './program.ts'
import { topicCommand } from './topic.ts'

/** Every command there is, in the order of `--help`. */
export const COMMANDS: readonly CommandFile[] = [parseCommand, clusterCommand, extractCommand, matchCommand, topicCommand]
