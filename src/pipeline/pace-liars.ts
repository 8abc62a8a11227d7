import type { Source, SourceId, SourceState, Validators } from '../model/index.ts'

/** So long a server is remembered after it was last found out. */
const MEMORY_MS = 30 * 86_400_000

/** Whether a source's server was found out not long ago: it said that nothing was new, and something was. */
export function hasLied({ lied }: SourceState, now: Date): boolean {
  return lied !== undefined && lied.getTime() <= now.getTime() && now.getTime() - lied.getTime() < MEMORY_MS
}

/** The hosts, ports included, of which any of these sources was found out: what answers one feed wrongly answers its neighbours too. */
export function hostsThatLie(
  sources: readonly Source[],
  states: ReadonlyMap<SourceId, SourceState>,
  now: Date,
): ReadonlySet<string> {
  const hosts = new Set<string>()
  for (const { id, url } of sources) {
    const state = states.get(id)
    if (state !== undefined && state.url === url && hasLied(state, now)) hosts.add(new URL(state.moved?.to ?? url).host)
  }
  return hosts
}

/** Whether a whole document that is news came under the very validator that stood for the one before: with it, nobody would have seen the news. */
export function isLie(before: Validators | undefined, { etag, lastModified }: Validators): boolean {
  if (before?.etag !== undefined) return before.etag === etag
  return before?.lastModified !== undefined && before.lastModified === lastModified
}
