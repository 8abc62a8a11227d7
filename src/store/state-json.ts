import {
  EVENT_KINDS,
  type FeedPace,
  type SourceEvent,
  type SourceState,
  type SourceTrouble,
  type Validators,
} from '../model/index.ts'
import {
  isBoolean,
  isDate,
  isHttpUrl,
  isNumber,
  isRecord,
  isSource,
  isText,
  jsonValue,
  keyOf,
  listOf,
  maybe,
  reviveDates,
  shape,
} from './shape.ts'

/** The state that a stored JSON text holds, or undefined when the text is damaged. */
export function stateOf(json: string): SourceState | undefined {
  return stateIn(jsonValue(json))
}

/** The state that a freshly parsed JSON value is, its dates revived in place; undefined when it is none. */
export function stateIn(value: unknown): SourceState | undefined {
  if (!isRecord(value)) return undefined
  reviveDates(value, ['lastAttempt', 'lastSuccess', 'lastChange', 'lastFull', 'lied', 'pagesFrom', 'nextDue', 'failingSince'])
  const events: unknown = value['events']
  for (const event of Array.isArray(events) ? events : []) reviveDates(event, ['at'])
  reviveDates(value['moved'], ['since'])
  reviveDates(value['room'], ['at'])
  return isState(value) ? value : undefined
}

const isTrouble = shape<SourceTrouble>({
  code: keyOf({
    dns: true,
    refused: true,
    reset: true,
    unreachable: true,
    timeout: true,
    tls: true,
    'private-address': true,
    'bad-address': true,
    redirects: true,
    'bad-redirect': true,
    'http-status': true,
    gone: true,
    'rate-limited': true,
    'too-large': true,
    truncated: true,
    'bad-encoding': true,
    malformed: true,
    empty: true,
    robots: true,
    cancelled: true,
    unreadable: true,
    internal: true,
  }),
  message: isText,
  final: isBoolean,
})

const isPace = shape<FeedPace>({
  ttlMinutes: maybe(isNumber),
  skipHours: maybe(listOf(isNumber)),
  skipDays: maybe(listOf(isNumber)),
  updateEveryMs: maybe(isNumber),
})

const isEvent = shape<SourceEvent>({
  kind: keyOf(EVENT_KINDS),
  at: isDate,
  words: isText,
})

const isState = shape<SourceState>({
  sourceId: isSource,
  url: isHttpUrl,
  validators: maybe(shape<Validators>({ etag: maybe(isText), lastModified: maybe(isText) })),
  bodyHash: maybe(isText),
  feedTitle: maybe(isText),
  feedFormat: maybe(isText),
  pace: maybe(isPace),
  lastAttempt: maybe(isDate),
  lastSuccess: maybe(isDate),
  lastChange: maybe(isDate),
  lastFull: maybe(isDate),
  lied: maybe(isDate),
  pagesFrom: maybe(isDate),
  nextDue: maybe(isDate),
  failures: isNumber,
  failingSince: maybe(isDate),
  trouble: maybe(isTrouble),
  warnings: listOf(isText),
  entries: maybe(isNumber),
  room: maybe(shape<NonNullable<SourceState['room']>>({ left: isNumber, at: isDate })),
  moved: maybe(shape<NonNullable<SourceState['moved']>>({ to: isHttpUrl, since: isDate, passes: isNumber })),
  events: maybe(listOf(isEvent)),
})
