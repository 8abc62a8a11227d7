import { KaynakError, type Source, type SourceState } from '../model/index.ts'
import type { Desk } from './desk.ts'
import { feedRequest } from './pace.ts'
import { ParseStopped } from './parser.ts'
import { type SourceResult, settled } from './settled.ts'
import { readSource } from './steps.ts'

/** A bug that one source's data brings to light costs that source its reading, and nobody else theirs. */
export async function readSafely(source: Source, previous: SourceState | undefined, desk: Desk): Promise<SourceResult> {
  try {
    return await readSource(source, previous, desk)
  } catch (problem) {
    if (problem instanceof KaynakError) throw problem
    const asked = feedRequest(source, previous, desk)
    if (problem instanceof ParseStopped)
      return settled({ source, previous, desk, asked }, { kind: 'unreadable', why: problem.message })
    desk.log('error', 'source.internal', { source: source.id, error: problem instanceof Error ? problem.stack : String(problem) })
    return settled(
      { source, previous, desk, asked },
      { kind: 'internal', why: `could not be read because of a fault in this program: ${String(problem)}` },
    )
  }
}

/** Whether not even its host was found: on a machine without a network this befalls every source. */
export function isUnreached({ report }: SourceResult): boolean {
  return report.outcome === 'failed' && (report.code === 'dns' || report.code === 'unreachable')
}
