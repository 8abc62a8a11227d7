import type { MatchInput } from '../match/index.ts'
import { KaynakError, present } from '../model/index.ts'
import type { Io } from './io.ts'
import { isBegun } from './is-begun.ts'
import { noLog } from './no-log.ts'
import { openStore } from './wire.ts'

/** So much of the past is judged again: a year of a busy newsroom. */
const AT_MOST = 100_000

/**
 * What the memory has of the past: every item that was kept, and of the entries that named a term and were dropped the
 * latest of each source. @throws KaynakError USAGE when there is no memory yet
 */
export async function storedHistory(state: string, io: Io): Promise<readonly MatchInput[]> {
  if (!isBegun(state, io))
    throw new KaynakError('USAGE', `${state}: there is no memory yet (kaynak run begins one; --items judges a file)`)
  const store = await openStore(state, io, noLog)
  try {
    const stories = await store.stories({ limit: AT_MOST, since: new Date(0) })
    const kept = stories
      .flatMap(({ lead, copies }) => [lead, ...copies])
      .map(({ title, text, language, categories, url }) => present({ title, summary: escaped(text), language, categories, url }))
    const dropped = await store.decisions({ kept: false, limit: AT_MOST })
    return [
      ...kept,
      ...dropped.map(({ title, text, language, url }) =>
        present({ title, summary: text === undefined ? undefined : escaped(text), language, url }),
      ),
    ]
  } finally {
    await store.close()
  }
}

/** A stored text is plain; the matcher reads HTML. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
