import type { SourceState } from '../model/index.ts'

const DAY_MS = 86_400_000
/** No document holds more entries (parse); a source may bring them all at once. */
const MOST = 5_000
/** So many more a day: the busiest agency brings a few hundred, a source that renames everything at each reading has no end. */
const DAILY = 1_000

type Room = NonNullable<SourceState['room']>

/** How many new items of a source are taken now: a store that fills is its operator's trouble, so no source may fill it alone. */
export function roomFor(state: SourceState | undefined, now: Date): number {
  const room = state?.room
  if (room === undefined) return MOST
  const days = Math.max(0, now.getTime() - room.at.getTime()) / DAY_MS // a clock that went back gives nothing, and takes nothing
  return Math.min(MOST, room.left + Math.floor(days * DAILY))
}

/** What is left of the room after so many items were taken. */
export function roomAfter(
  room: number,
  taken: number,
  { previous, now }: { readonly previous: Room | undefined; readonly now: Date },
): Room | undefined {
  return taken === 0 ? previous : { left: Math.max(0, room - taken), at: now }
}

const LEFT_OUT = 'new entries were left out'

/** What the report says of entries that found no room. */
export function roomNotice(refused: number): readonly string[] {
  return refused === 0
    ? []
    : [`${refused.toLocaleString('en')} ${LEFT_OUT}: one source may bring ${DAILY.toLocaleString('en')} a day`]
}

/** Whether a warning is the one above. */
export function isRoomNotice(warning: string): boolean {
  return warning.includes(LEFT_OUT)
}
