import { EVENT_KINDS, isSourceId, type SourceEvent, type SourceId } from '../../model/index.ts'
import { dateAt, type Fields, fieldsOf, listAt, textAt, wordAt } from './fields.ts'

/** What befell each source, as `status.json` has it, the newest last. */
export function eventsIn(status: Fields): ReadonlyMap<SourceId, readonly SourceEvent[]> {
  const events = new Map<SourceId, readonly SourceEvent[]>()
  for (const value of listAt(status, 'sources', 100_000)) {
    const source = fieldsOf(value)
    const id = textAt(source, 'id') ?? ''
    const told = listAt(source, 'events', 10).flatMap((event) => eventIn(fieldsOf(event)) ?? [])
    if (isSourceId(id) && told.length > 0) events.set(id, told)
  }
  return events
}

function eventIn(event: Fields): SourceEvent | undefined {
  const kind = wordAt(event, 'kind', EVENT_KINDS)
  const [at, words] = [dateAt(event, 'at'), textAt(event, 'words')]
  return kind === undefined || at === undefined || words === undefined ? undefined : { kind, at, words }
}
