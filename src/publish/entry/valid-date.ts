/** A date that is one; an invalid `Date` counts as absent, since writing it would throw. */
export function validDate(date: Date | undefined): Date | undefined {
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date
}
