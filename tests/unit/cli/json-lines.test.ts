import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Io } from '../../../src/cli/io.ts'
import { jsonLines, LineProblem } from '../../../src/cli/json-lines.ts'

function ioOf(chunks: readonly (string | Buffer)[]): { readonly io: Io; readonly output: () => unknown[] } {
  const stdout = new PassThrough()
  const written: string[] = []
  stdout.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')))
  const io = {
    argv: [],
    env: {},
    stdin: Readable.from(chunks, { objectMode: true }),
    stdout,
    stderr: new PassThrough(),
    cwd: () => '/',
  }
  const output = () =>
    written
      .join('')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line))
  return { io, output }
}

describe('jsonLines', () => {
  it('answers every line in order, and the last one without its newline too', async () => {
    const { io, output } = ioOf(['{"id":1}\n{"id":2}\n', '{"id":3}'])
    expect(await jsonLines(io, ({ id }) => ({ id, ok: true }))).toBe(0)
    expect(output()).toEqual([1, 2, 3].map((id) => ({ id, ok: true })))
  })

  it('does not end a line at U+2028, nor lose a letter cut between two chunks', async () => {
    const bytes = Buffer.from('{"id":"a\u2028ş"}\n')
    const { io, output } = ioOf([bytes.subarray(0, 11), bytes.subarray(11, 12), bytes.subarray(12)])
    await jsonLines(io, ({ id }) => ({ id }))
    expect(output()).toEqual([{ id: 'a\u2028ş' }])
  })

  it('answers a bad line with its error, goes on, and ends with 1', async () => {
    const { io, output } = ioOf(['{"id":1}\nnot json\n[1]\n{"id":4}\n{"id":5}\n'])
    const exit = await jsonLines(io, ({ id }) => {
      if (id === 4) throw new LineProblem('no-title', 'expected a title')
      return { id }
    })
    expect(exit).toBe(1)
    expect(output()).toMatchObject([
      { id: 1 },
      { error: { code: 'bad-json' } },
      { error: { code: 'bad-line', message: 'expected a JSON object, got an array' } },
      { id: 4, error: { code: 'no-title', message: 'expected a title' } },
      { id: 5 },
    ])
  })
})
