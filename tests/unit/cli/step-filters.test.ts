import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { main } from '../../../src/cli/index.ts'

async function answers(
  command: string,
  lines: readonly string[],
): Promise<{ readonly exit: number; readonly lines: readonly unknown[] }> {
  const parts: string[] = []
  const sink = (): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        parts.push(String(chunk))
        done()
      },
    })
  const exit = await main({
    argv: ['node', 'kaynak', command],
    env: {},
    stdin: Readable.from([`${lines.join('\n')}\n`]),
    stdout: sink(),
    stderr: new Writable({ write: (_chunk, _encoding, done) => done() }),
    cwd: () => '/',
  })
  return {
    exit,
    lines: parts
      .join('')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  }
}

const WIRE =
  'Forty lorries waited for three days at the crossing before the gate was opened on Tuesday morning, the port authority said.'

function item(id: number, outlet: string, published: string): string {
  return JSON.stringify({ id, title: 'Crossing opens for lorries', lead: WIRE, outlet, published })
}

describe('kaynak cluster', () => {
  it('answers each line at once with its story, and merges within 72 hours only', async () => {
    const { exit, lines } = await answers('cluster', [
      item(1, 'a', '2026-11-01T10:00:00Z'),
      item(2, 'b', '2026-11-02T10:00:00Z'),
      item(3, 'c', '2026-11-09T10:00:00Z'),
    ])
    expect(exit).toBe(0)
    expect(lines).toEqual([
      { id: 1, story: 1, relation: 'single' },
      expect.objectContaining({ id: 2, story: 1, relation: 'copy', of: 1, similarity: 1 }),
      { id: 3, story: 3, relation: 'single' },
    ])
  })

  it('is not thrown off by one date in the far future', async () => {
    const { lines } = await answers('cluster', [
      item(1, 'a', '2026-11-01T10:00:00Z'),
      item(2, 'b', '2090-01-01T00:00:00Z'),
      item(3, 'c', '2026-11-01T11:00:00Z'),
    ])
    expect(lines[2]).toMatchObject({ story: 1, relation: 'copy', of: 1 })
  })

  it('answers a bad line with an error and goes on', async () => {
    const { exit, lines } = await answers('cluster', ['{"id":7}', item(8, 'a', '2026-11-01T10:00:00Z')])
    expect(exit).toBe(1)
    expect(lines).toMatchObject([
      { id: 7, error: { code: 'no-text' } },
      { id: 8, story: 8 },
    ])
  })
})

describe('kaynak attribute', () => {
  it('writes the credit of each line as the contract has it', async () => {
    const { exit, lines } = await answers('attribute', [
      JSON.stringify({
        id: 'x',
        title: 'Camp is full (Reuters)',
        lead: 'BEIRUT, Sept 20 (Reuters) - The camp is full.',
        url: 'https://p.example/a?utm_source=x',
      }),
    ])
    expect(exit).toBe(0)
    expect(lines).toMatchObject([
      {
        id: 'x',
        title: 'Camp is full',
        publisher: 'p.example',
        agency: ['Reuters'],
        authors: [],
        dateline: { place: 'BEIRUT', date: 'Sept 20' },
        cited: [],
        imageCredit: [],
        url: 'https://p.example/a',
        urlNeedsResolve: false,
      },
    ])
  })
})
