import { statePlace } from '../store/index.ts'

/** Where a fleet meets: the database of its state, and the names beside the state's under which several fleets may share it. */
export type Place = {
  readonly connection: string
  /** of the fleet's own tables */
  readonly schema: string
  /** of the queue's tables, which are pg-boss's */
  readonly queue: string
}

/** Reads `--state postgres://…?schema=NAME`. @throws KaynakError USAGE, as `statePlace` does */
export function placeOf(state: string): Place {
  const { connection, schema } = statePlace(state)
  return { connection, schema: `${schema}_fleet`, queue: `${schema}_queue` }
}
