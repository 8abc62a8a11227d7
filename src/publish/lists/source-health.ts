import type { SourceView } from '../publication.ts'

/** How a source does, in one word for scripts and colours. */
export type Health = 'well' | 'failing' | 'unread' | 'disabled'

/** The health of a source, from what is remembered of it. */
export function healthOf({ source, state }: SourceView): Health {
  if (!source.enabled) return 'disabled'
  if (state === undefined || (state.lastSuccess === undefined && state.failures === 0)) return 'unread'
  return state.failures > 0 ? 'failing' : 'well'
}
