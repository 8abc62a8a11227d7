import type { SourceChange, SourceId, SourceState } from '../model/index.ts'

type States = { readonly states: (ids: readonly SourceId[]) => ReadonlyMap<SourceId, SourceState> }

/** Whether the source was read by somebody else since the reading that this change comes from began. */
export function isOvertaken({ basis, state }: SourceChange, { states }: States): boolean {
  if (basis === undefined) return false
  const stored = states([state.sourceId]).get(state.sourceId)?.lastAttempt
  return basis === 'never-attempted' ? stored !== undefined : stored?.getTime() !== basis.getTime()
}
