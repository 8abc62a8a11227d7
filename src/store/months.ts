import type { StoryTable } from './story-table.ts'

/** A month `YYYY-MM` as its first moment and that of the next one, UTC. */
export function boundsOf(month: string): { readonly from: Date; readonly to: Date } {
  const from = new Date(`${month}-01T00:00:00Z`)
  return { from, to: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1)) }
}

/** The months between the first and the last story that saw one begin; an index answers for each, whatever the archive's size. */
export function monthsIn(stories: StoryTable): readonly string[] {
  const span = stories.span()
  if (span === undefined) return []
  const months: string[] = []
  const last = new Date(span.last).toISOString().slice(0, 7)
  for (let month = new Date(span.first).toISOString().slice(0, 7); month <= last; ) {
    const { from, to } = boundsOf(month)
    if (stories.hasBegun(from, to)) months.push(month)
    month = to.toISOString().slice(0, 7)
  }
  return months
}
