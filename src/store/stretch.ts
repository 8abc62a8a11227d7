/** 2^28 ms, about three days: the window of likeness (72 h each way) touches three stretches at most. */
const STRETCH_MS = 2 ** 28
/** Up to so many stretches are simply named; of a longer time, those that hold anything are looked up first. */
export const NAMED_STRETCHES = 16
/** Of one band in one stretch only so many items are looked at: a flood of like items must not be compared each with each. */
export const MOST_PER_BAND = 200

/** The stretch of time, about three days, that a moment in milliseconds lies in. */
export function stretchOf(moment: number): number {
  return Math.floor(moment / STRETCH_MS)
}
