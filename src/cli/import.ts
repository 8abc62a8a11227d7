import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { KaynakError } from '../model/index.ts'
import { fileTrouble } from './file-trouble.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { type StateOptions, withStateOptions } from './options.ts'
import type { CommandFile } from './program.ts'

/** `kaynak import`: fills an empty state with what `kaynak export` wrote: all of it, or nothing. */
export const importCommand: CommandFile = (io, end) =>
  withStateOptions(new Command('import'), io)
    .description('fill an empty state with what kaynak export wrote: all of it, or nothing')
    .argument('[file]', 'what to read; - or nothing for stdin', '-')
    .action(async (file: string, options: StateOptions) => end(await importState(file, options, io)))

async function importState(file: string, options: StateOptions, io: Io): Promise<Exit> {
  const [{ openStore }, { noLog }, { stateOfLines }, { linesOf }] = await Promise.all([
    import('./wire.ts'),
    import('./log.ts'),
    import('../store/index.ts'),
    import('./json-lines.ts'),
  ])
  if (file === '-' && 'isTTY' in io.stdin && io.stdin.isTTY === true)
    throw new KaynakError('USAGE', 'expected a state on stdin or the name of a file: kaynak import backup.jsonl --state NEW')
  const name = file === '-' ? 'stdin' : file
  if (file !== '-') await proveReadable(resolve(io.cwd(), file), name) // before a state is begun for nothing
  const store = await openStore(options.state, io, noLog)
  try {
    const lock = await store.lock()
    if (lock === undefined)
      throw new KaynakError(
        'LOCKED',
        `another pass is at work on ${options.state}: import into another state, or when it has ended`,
      )
    try {
      const stream = file === '-' ? io.stdin : createReadStream(resolve(io.cwd(), file))
      await lock.store.load(stateOfLines(linesOf(readable(stream, name)), name))
    } finally {
      await lock.release()
    }
    const { items, stories, decisions } = await store.counts()
    const sources = (await store.sourceStates()).size
    if (options.json) io.stdout.write(`${JSON.stringify({ state: options.state, sources, items, stories, decisions })}\n`)
    else if (!options.quiet)
      io.stdout.write(`${items} items in ${stories} stories of ${sources} sources imported into ${options.state}\n`)
    return EXIT.ok
  } finally {
    await store.close()
  }
}

async function proveReadable(path: string, name: string): Promise<void> {
  try {
    await using handle = await open(path)
    if ((await handle.stat()).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
  } catch (cause) {
    throw unreadable(name, cause)
  }
}

function unreadable(name: string, cause: unknown): KaynakError {
  return new KaynakError('USAGE', `${name}: cannot be read: ${fileTrouble(cause)} (nothing was imported)`, { cause })
}

/** What is wrong with the file is not to be taken for what is wrong with the state. */
async function* readable(stream: AsyncIterable<unknown>, name: string): AsyncIterable<unknown> {
  try {
    yield* stream
  } catch (cause) {
    throw unreadable(name, cause)
  }
}
