import { isItemId, type Relation } from '../model/index.ts'
import { isRecord, isText } from './shape.ts'

/** A stored relation, read; undefined when it is damaged. */
export function relationOf(value: unknown): Relation | undefined {
  if (!isRecord(value)) return undefined
  const { kind, of, similarity, evidence } = value
  if (kind === 'single' || kind === 'lead') return { kind }
  if (kind !== 'copy' && kind !== 'same-event') return undefined
  if (!isText(of) || !isItemId(of) || typeof similarity !== 'number' || !isText(evidence)) return undefined
  return { kind, of, similarity, evidence }
}
