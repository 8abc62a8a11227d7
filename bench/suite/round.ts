import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cost } from '../process-cost.ts'
import type { Farm } from './farm-process.ts'

/** What the report of a pass says that the farm knows better. */
type Said = { readonly kept: number; readonly unchanged: number; readonly read: number; readonly written: number }

/** The figures of a pass's own report. */
export function saidBy({ stdout }: Cost): Said {
  const { pass, published } = JSON.parse(stdout)
  return {
    kept: Number(pass.kept),
    unchanged: Number(pass.unchanged),
    read: Number(pass.read),
    written: Number(published?.written?.length ?? 0),
  }
}

/** Fast and wrong is worth nothing. @throws Error where a pass kept, asked or wrote anything else than is right */
export function assertSame(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: expected ${expected}, got ${found}`)
}

/** How many items a right pass has kept of a farm as it stood at the start. */
function expectedOf({ folder }: Farm): number {
  return Number(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')).matches)
}

/** A cold and a warm pass, proved right: every item kept, every answer counted, nothing written the second time. */
export async function provedPasses(
  farm: Farm,
  { cold, warm }: { readonly cold: () => Cost; readonly warm: () => Cost },
): Promise<{ readonly cold: Cost; readonly warm: Cost }> {
  await farm.ask('__reset')
  const first = cold()
  assertSame('items kept by the first pass', saidBy(first).kept, expectedOf(farm))
  assertSame('200s at the first pass', Number((await farm.ask('__stats'))['ok']), farm.feeds)
  await farm.ask('__reset')
  const second = warm()
  assertSame('files written by the second pass', saidBy(second).written, 0)
  const { requests, notModified } = await farm.ask('__stats')
  assertSame('requests of the second pass', Number(requests), farm.feeds)
  assertSame('304s at the second pass', Number(notModified), farm.feeds)
  return { cold: first, warm: second }
}
