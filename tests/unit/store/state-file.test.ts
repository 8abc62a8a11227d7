import { describe, expect, it } from 'vitest'
import type { StateRow } from '../../../src/model/index.ts'
import { linesOfState, openSqliteStore, stateOfLines } from '../../../src/store/index.ts'
import { furnish, given, rowsOf } from '../../contract/store-dump.ts'

async function linesOf(rows: AsyncIterable<StateRow>): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of linesOfState(rows)) lines.push(line)
  return lines
}

async function* each(lines: readonly string[]): AsyncIterable<string> {
  yield* lines
}

async function read(lines: readonly string[]): Promise<readonly StateRow[]> {
  const rows: StateRow[] = []
  for await (const row of stateOfLines(each(lines), 'backup.jsonl')) rows.push(row)
  return rows
}

async function furnished(): Promise<readonly string[]> {
  const { store } = await openSqliteStore(':memory:')
  await furnish(store)
  const lines = await linesOf(store.dump())
  await store.close()
  return lines
}

describe('linesOfState and stateOfLines', () => {
  it('give back every row, and the same lines of them', async () => {
    const { store } = await openSqliteStore(':memory:')
    await furnish(store)
    const rows = await rowsOf(store)
    const lines = await linesOf(given(rows))
    expect(lines).toHaveLength(rows.length + 2)
    expect(lines.every((line) => !line.includes('\n'))).toBe(true)
    const back = await read(lines)
    expect(back).toEqual(rows)
    expect(await linesOf(given(back))).toEqual(lines)
    await store.close()
  })
  it('take a state with nothing in it', async () => {
    expect(await read(await linesOf(given([])))).toEqual([])
  })
})

describe('stateOfLines refuses', () => {
  const first = (lines: readonly string[]) => lines.slice(0, 1)
  it.each<readonly [string, (lines: readonly string[]) => readonly string[], RegExp]>([
    ['nothing at all', () => [], /^backup\.jsonl:1: expected a state, got nothing at all/],
    ['another file', () => ['{"id":1,"title":"x"}'], /^backup\.jsonl:1: expected \{"format":"kaynak-state","version":1\}/],
    ['a later version', () => ['{"format":"kaynak-state","version":2}'], /^backup\.jsonl:1: expected version 1, got 2: update/],
    ['a file that was cut short', (lines) => lines.slice(0, -1), /^backup\.jsonl:15: expected more: the file was cut short/],
    [
      'a line cut short',
      (lines) => lines.with(3, lines[3]?.slice(0, 99) ?? ''),
      /^backup\.jsonl:4: expected a row of a state, got "/,
    ],
    ['a line that is missing', (lines) => lines.toSpliced(4, 1), /^backup\.jsonl:14: expected 13 rows before it, got 12/],
    ['a line too many', (lines) => [...lines, '{}'], /^backup\.jsonl:16: expected nothing after the last line/],
    ['an empty line', (lines) => lines.toSpliced(2, 0, ''), /^backup\.jsonl:3: expected a row of a state, got ""/],
    [
      'lines in another order',
      (lines) => [...first(lines), ...lines.slice(1, -1).toReversed(), ...lines.slice(-1)],
      /:6: expected no story after a decision|out of order/,
    ],
    ['an unknown kind', (lines) => lines.with(2, '{"kind":"label"}'), /^backup\.jsonl:3: expected a row/],
    [
      'a date that is none',
      (lines) => lines.with(8, lines[8]?.replace(/"begun":"[^"]*"/, '"begun":"soon"') ?? ''),
      /^backup\.jsonl:9: /,
    ],
    [
      'a verdict that is none',
      (lines) => lines.with(3, lines[3]?.replace('"relevant":true', '"relevant":"yes"') ?? ''),
      /^backup\.jsonl:4: /,
    ],
    [
      "another item's withdrawal",
      (lines) => lines.map((line) => line.replace(/"withdrawal":\{"itemId":"urn:uuid:0/, '"withdrawal":{"itemId":"urn:uuid:1')),
      /: expected a row/,
    ],
    ['an odd list of entries', (lines) => lines.map((line) => line.replace('"seen":[', '"seen":["x",')), /: expected a row/],
  ])('%s', async (_what, change, words) => {
    const lines = await furnished()
    await expect(read(change(lines))).rejects.toMatchObject({ code: 'USAGE', message: expect.stringMatching(words) })
    await expect(read(change(lines))).rejects.toThrow(/\(nothing was imported\)$/)
  })
})
