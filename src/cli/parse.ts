import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Entry, FeedInfo } from '../model/index.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { idOf, textField } from './json-fields.ts'
import { jsonLines, LineProblem } from './json-lines.ts'
import type { CommandFile } from './program.ts'

/** `kaynak parse [FILE…]`: reads feed documents, one answer a line: files as arguments, or JSON lines on stdin. */
export const parseCommand: CommandFile = (io, end) =>
  new Command('parse')
    .description('read feed documents into JSON Lines: files, or {id, xml or base64, url?, contentType?} a line on stdin')
    .argument('[file...]', 'feed documents')
    .action(async (files: string[]) => end(files.length > 0 ? await parseFiles(files, io) : await parseLines(io)))

async function parseFiles(files: readonly string[], io: Io): Promise<Exit> {
  let exit: Exit = EXIT.ok
  for (const file of files) {
    const answer = await answerOf({ file }, await contentOf(resolve(io.cwd(), file)), {})
    if ('error' in answer) exit = EXIT.unexpected
    io.stdout.write(`${JSON.stringify(answer)}\n`)
  }
  return exit
}

function parseLines(io: Io): Promise<Exit> {
  return jsonLines(io, (input) => {
    const xml = textField(input, 'xml')
    const base64 = textField(input, 'base64')
    if (xml === undefined && base64 === undefined) throw new LineProblem('bad-line', 'expected "xml" or "base64"')
    const bytes = xml === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(xml)
    const contentType = xml === undefined ? textField(input, 'contentType') : 'application/xml; charset=utf-8' // text has no encoding left
    return answerOf(idOf(input), bytes, { url: textField(input, 'url'), contentType })
  })
}

async function contentOf(path: string): Promise<Uint8Array | Failure> {
  try {
    return await readFile(path)
  } catch (problem) {
    return { code: 'unreadable-file', message: problem instanceof Error ? problem.message : String(problem) }
  }
}

type Failure = { readonly code: string; readonly message: string }
type Transport = { readonly url?: string | undefined; readonly contentType?: string | undefined }

async function answerOf(name: object, content: Uint8Array | Failure, transport: Transport): Promise<object> {
  if ('code' in content) return { ...name, error: content }
  const { readWhole } = await import('../parse/index.ts')
  const { url, contentType } = transport
  const whole = await readWhole(content, {
    ...(url === undefined ? {} : { url }),
    ...(contentType === undefined ? {} : { contentType }),
  })
  if (whole.kind === 'unreadable') {
    const { code, message, hint } = whole
    return { ...name, error: { code, message, ...hint } }
  }
  return { ...name, feed: feedOut(whole.feed), items: whole.entries.map(itemOut), warnings: whole.warnings }
}

function feedOut({ licence: _licence, pace: _pace, ...feed }: FeedInfo): object {
  return feed
}

function itemOut({ licence: _licence, imageCredit: _credit, ...item }: Entry): object {
  return item
}
