import { removeSource, setEnabled } from '../../config/index.ts'
import { EXIT, type Exit, type Io } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import type { CommonOptions } from '../options.ts'
import { rewriteConfig } from '../rewrite-config.ts'

export type Change = 'remove' | 'enable' | 'disable'

/** `kaynak sources remove`, `enable`, `disable`: one change to feeds.json, and a line that says what it means. */
export async function change(
  what: Change,
  id: string,
  { options, io }: { readonly options: CommonOptions; readonly io: Io },
): Promise<Exit> {
  await loadConfig(options.config, io) // what is wrong with the file is said with its lines
  const isChanged = await rewriteConfig(options.config, io, (text) =>
    what === 'remove' ? removeSource(text, id) : setEnabled(text, id, what === 'enable'),
  )
  if (options.json) io.stdout.write(`${JSON.stringify({ id, what, changed: isChanged })}\n`)
  else if (!options.quiet)
    io.stdout.write(`${id}: ${isChanged ? WORDS[what] : `is ${what === 'enable' ? 'on' : 'off'} already`}\n`)
  return EXIT.ok
}

const WORDS: Readonly<Record<Change, string>> = {
  remove: 'is watched no more; what it brought stays published until it is too old',
  enable: 'is watched again from the next pass on',
  disable: 'is switched off; its entry stays in the file',
}
