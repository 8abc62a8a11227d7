import { unknownSource } from '../../config/index.ts'
import { KaynakError, type Source } from '../../model/index.ts'
import { trySource } from '../../pipeline/index.ts'
import { cleanText } from '../../text/index.ts'
import { EXIT, type Exit, type Io } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import { localTime } from '../local-time.ts'
import { type CommonOptions, nowOf } from '../options.ts'
import { table } from '../table.ts'
import { type Checked, checked } from './trial-words.ts'
import { withDesk } from './with-desk.ts'

export type CheckOptions = CommonOptions & { readonly strict: boolean }

/** `kaynak sources check`: every source that is on, or each that is named, tried at once and side by side. It stores nothing. */
export async function check(ids: readonly string[], options: CheckOptions, io: Io): Promise<Exit> {
  const loaded = await loadConfig(options.config, io)
  const sources = ids.length === 0 ? loaded.config.sources.filter(({ enabled }) => enabled) : named(ids, loaded.config.sources)
  const telling = { now: nowOf(options), time: localTime(io.env) }
  let done = 0
  const results = await withDesk({ loaded, options, io }, (desk) =>
    Promise.all(
      sources.map(async (source) => {
        const result = checked(source, await trySource(source, desk), telling)
        done += 1
        if (io.stderr.isTTY === true && !options.quiet) io.stderr.write(`\r\u001b[K${done}/${sources.length} sources`)
        return result
      }),
    ),
  )
  if (io.stderr.isTTY === true && !options.quiet) io.stderr.write('\r\u001b[K')
  say(results, options, io)
  for (const problem of loaded.problems) io.stderr.write(`kaynak: ${problem.text} (this source is left out)\n`)
  const unread = results.filter(({ isRead }) => !isRead).length
  return unread > 0 && (unread === results.length || options.strict) ? EXIT.nothingRead : EXIT.ok
}

function say(results: readonly Checked[], { json, quiet }: CheckOptions, io: Io): void {
  if (json) {
    io.stdout.write(`${JSON.stringify(results.map(({ isRead: _, ...result }) => result))}\n`)
    return
  }
  if (quiet) {
    for (const { id, isRead, words } of results) if (!isRead) io.stderr.write(`kaynak: ${id}: ${cleanText(words)}\n`)
    return
  }
  const width = io.stdout.isTTY === true ? (io.stdout.columns ?? 80) : 400
  for (const line of table(
    [['source', 'is', ''], ...results.map(({ id, result, words }) => [id, result, cleanText(words)])],
    width,
  ))
    io.stdout.write(`${line}\n`)
  const unread = results.filter(({ isRead }) => !isRead).length
  const doubtful = results.filter(({ isRead, result }) => isRead && result !== 'well').length
  const parts = [`${results.length - unread} of ${results.length} can be read`]
  if (doubtful > 0) parts.push(`${doubtful} of them worth a look`)
  io.stdout.write(`\n${parts.join(', ')}\n`)
}

function named(ids: readonly string[], sources: readonly Source[]): readonly Source[] {
  return ids.map((id) => {
    const found = sources.find((source) => source.id === id)
    if (found === undefined)
      throw new KaynakError(
        'USAGE',
        unknownSource(
          id,
          sources.map((source) => source.id),
        ),
      )
    return found
  })
}
