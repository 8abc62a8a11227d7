import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { KaynakError } from '../model/index.ts'
import { fileTrouble } from './file-trouble.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { type StateOptions, withStateOptions } from './options.ts'
import type { CommandFile } from './program.ts'
import { writeOut } from './write-out.ts'

/** `kaynak export`: the whole state as JSON Lines, for a backup or another engine (docs/operating.md: Back up and move). */
export const exportCommand: CommandFile = (io, end) =>
  withStateOptions(new Command('export'), io)
    .description('the whole state as JSON Lines: a backup, or the way to another engine')
    .argument('[file]', 'where to write it; - or nothing for stdout', '-')
    .action(async (file: string, options: StateOptions) => end(await exportState(file, options, io)))

/** So many characters are gathered for one write. */
const CHUNK = 65_536

async function exportState(file: string, options: StateOptions, io: Io): Promise<Exit> {
  const [{ refuseMissing }, { openStore }, { noLog }, { linesOfState }] = await Promise.all([
    import('./is-begun.ts'),
    import('./wire.ts'),
    import('./no-log.ts'),
    import('../store/index.ts'),
  ])
  refuseMissing(options.state, io)
  const store = await openStore(options.state, io, noLog)
  try {
    const lines = linesOfState(store.dump())
    if (file === '-') await toStdout(lines, io)
    else {
      const count = await toFile(lines, file, io)
      const { items, stories } = await store.counts()
      const told = { file, items, stories, lines: count }
      if (options.json) io.stdout.write(`${JSON.stringify(told)}\n`)
      else if (!options.quiet)
        io.stdout.write(
          `${items} items in ${stories} stories written to ${file}, ${count} lines (kaynak import ${file} --state NEW)\n`,
        )
    }
    return EXIT.ok
  } finally {
    await store.close()
  }
}

async function toStdout(lines: AsyncIterable<string>, { stdout }: Io): Promise<void> {
  for await (const chunk of chunked(lines)) if (!(await writeOut(stdout, chunk.text))) return
}

/** Whole or not at all: a backup that stops half-way must not take the place of the last good one. */
async function toFile(lines: AsyncIterable<string>, file: string, io: Io): Promise<number> {
  const path = resolve(io.cwd(), file)
  const temporary = `${path}.${process.pid}.tmp`
  let count = 0
  try {
    {
      await using handle = await open(temporary, 'wx')
      for await (const chunk of chunked(lines)) {
        await handle.writeFile(chunk.text)
        count += chunk.lines
      }
      await handle.sync()
    }
    await rename(temporary, path)
    return count
  } catch (cause) {
    await rm(temporary, { force: true })
    if (!(cause instanceof Error && 'code' in cause && 'syscall' in cause)) throw cause
    throw new KaynakError('OUTPUT_WRITE', `${file}: cannot be written: ${fileTrouble(cause)} (nothing was left there)`, { cause })
  }
}

async function* chunked(lines: AsyncIterable<string>): AsyncIterable<{ readonly text: string; readonly lines: number }> {
  let text = ''
  let count = 0
  for await (const line of lines) {
    text += `${line}\n`
    count += 1
    if (text.length < CHUNK) continue
    yield { text, lines: count }
    text = ''
    count = 0
  }
  yield { text, lines: count }
}
