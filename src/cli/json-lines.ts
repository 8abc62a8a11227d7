import { StringDecoder } from 'node:string_decoder'
import { EXIT, type Exit, type Io } from './io.ts'
import { isRecord } from './json-fields.ts'
import { writeOut } from './write-out.ts'

/** What is wrong with one line of input; becomes its answer, and the next line goes on. */
export class LineProblem extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'LineProblem'
    this.code = code
  }
}

/**
 * Answers every JSON line of stdin with one JSON line on stdout, in order, streaming. A bad line is answered with
 * `{"id","error":{"code","message"}}` and the exit code is 1 at the end. Lines end at \n only: a page may hold U+2028.
 */
export async function jsonLines(
  io: Io,
  answer: (input: Readonly<Record<string, unknown>>) => object | Promise<object>,
): Promise<Exit> {
  let exit: Exit = EXIT.ok
  for await (const line of linesOf(io.stdin)) {
    if (line.trim() === '') continue
    const result = await answered(line, answer)
    if (result.failed) exit = EXIT.unexpected
    if (!(await writeOut(io.stdout, `${JSON.stringify(result.value)}\n`))) break
  }
  return exit
}

async function answered(
  line: string,
  answer: (input: Readonly<Record<string, unknown>>) => object | Promise<object>,
): Promise<{ readonly failed: boolean; readonly value: object }> {
  let id: unknown
  try {
    const input: unknown = JSON.parse(line)
    if (!isRecord(input))
      throw new LineProblem('bad-line', `expected a JSON object, got ${Array.isArray(input) ? 'an array' : typeof input}`)
    id = input['id']
    const value = await answer(input)
    return { failed: 'error' in value, value }
  } catch (problem) {
    const code = problem instanceof LineProblem ? problem.code : problem instanceof SyntaxError ? 'bad-json' : 'internal'
    const message = problem instanceof Error ? problem.message : String(problem)
    return { failed: true, value: { ...(id === undefined ? {} : { id }), error: { code, message } } }
  }
}

/** Cuts a byte stream at \n; a letter cut between two chunks is joined again. Linear: each chunk is looked at once. */
export async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let parts: string[] = []
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : chunk instanceof Uint8Array ? decoder.write(Buffer.from(chunk)) : ''
    const pieces = text.split('\n')
    const last = pieces.pop() ?? ''
    for (const piece of pieces) {
      parts.push(piece)
      yield parts.join('')
      parts = []
    }
    if (last !== '') parts.push(last)
  }
  parts.push(decoder.end())
  const rest = parts.join('')
  if (rest !== '') yield rest
}
