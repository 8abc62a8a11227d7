import { KaynakError, type StateRow } from '../model/index.ts'
import { isRecord, jsonValue } from './shape.ts'
import { stateLine, stateRowOf } from './state-line.ts'

/** Another number means that an older program cannot read it. */
const VERSION = 1
const HEAD = { format: 'kaynak-state', version: VERSION } as const
const ORDER: readonly StateRow['kind'][] = ['source', 'item', 'story', 'decision', 'pruned']

/**
 * A whole state as JSON Lines, without their ends: a first line that says what follows, a line for each row, and a last one that counts
 * them, so that a file that was cut short is known. One state always gives the same lines.
 */
export async function* linesOfState(rows: AsyncIterable<StateRow>): AsyncIterable<string> {
  yield JSON.stringify(HEAD)
  let count = 0
  for await (const row of rows) {
    yield stateLine(row)
    count += 1
  }
  yield JSON.stringify({ kind: 'end', rows: count })
}

/**
 * The rows that such lines hold.
 * @param name of the file, for words
 * @throws KaynakError USAGE naming the first line that is wrong: not of this form, of a later version, damaged, out of order, or missing
 */
export async function* stateOfLines(lines: AsyncIterable<string>, name: string): AsyncIterable<StateRow> {
  let number = 0
  let rank = 0
  let end: number | undefined
  for await (const line of lines) {
    number += 1
    if (number === 1) checkHead(line, name)
    else if (end !== undefined) throw wrong(name, number, 'expected nothing after the last line, got another one')
    else {
      const row = stateRowOf(line)
      end = row === undefined ? endIn(line) : undefined
      if (end !== undefined) continue
      if (row === undefined) throw wrong(name, number, `expected a row of a state, got ${start(line)}`)
      const next = ORDER.indexOf(row.kind)
      if (next < rank)
        throw wrong(name, number, `expected no ${row.kind} after a ${ORDER[rank] ?? 'row'}: the lines are out of order`)
      rank = next
      yield row
    }
  }
  if (number === 0) throw wrong(name, 1, 'expected a state, got nothing at all')
  if (end === undefined) throw wrong(name, number + 1, 'expected more: the file was cut short')
  if (end !== number - 2)
    throw wrong(name, number, `expected ${end} rows before it, got ${number - 2}: lines are missing or were added`)
}

function checkHead(line: string, name: string): void {
  const head = jsonValue(line)
  if (!isRecord(head) || head['format'] !== HEAD.format)
    throw wrong(name, 1, `expected ${JSON.stringify(HEAD)}, as kaynak export writes it, got ${start(line)}`)
  const { version } = head
  if (typeof version !== 'number' || version > VERSION)
    throw wrong(name, 1, `expected version ${VERSION}, got ${JSON.stringify(version)}: update kaynak`)
}

function endIn(line: string): number | undefined {
  const value = jsonValue(line)
  return isRecord(value) && value['kind'] === 'end' && typeof value['rows'] === 'number' ? value['rows'] : undefined
}

function wrong(name: string, number: number, words: string): KaynakError {
  return new KaynakError('USAGE', `${name}:${number}: ${words} (nothing was imported)`)
}

function start(line: string): string {
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}…` : line)
}
