/**
 * Disturbs a small pass wherever it writes: `node tests/crash/sweep.ts [--program FILE] [--every N] [--kills N] [--at-once N] [--scene WORD]`.
 * At every write-like system call the pass is killed, meets a full disk, and meets an I/O error; and it is killed at random moments.
 * Prints what was tried and every fault; exits 1 when there was one. Needs strace.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Outcome, ordeal, type Trouble } from './ordeal.ts'
import { scenes } from './scene.ts'
import { troublesOf } from './troubles.ts'

const { values } = parseArgs({
  options: {
    program: { type: 'string', default: fileURLToPath(new URL('../../dist/main.js', import.meta.url)) },
    every: { type: 'string', default: '1' },
    kills: { type: 'string', default: '100' },
    'at-once': { type: 'string', default: '2' },
    scene: { type: 'string', default: '' },
  },
})

if (spawnSync('strace', ['-V']).error === undefined) await sweep()
else console.log('SKIPPED: the crash test needs strace')

async function sweep(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'kaynak-crash-'))
  const began = performance.now()
  let bad = 0
  try {
    for await (const scene of scenes(values.program, root)) {
      if (!scene.name.includes(values.scene)) continue
      const troubles = troublesOf(scene, { every: Number(values.every), kills: Number(values.kills) })
      console.log(`${scene.name}: ${scene.calls.length} calls, ${troubles.length} troubles`)
      const tally = new Map<string, number>()
      let done = 0
      await inParallel(troubles, Number(values['at-once']), async (trouble) => {
        const outcome = await ordeal(scene, trouble)
        const key = `${'call' in trouble ? trouble.way : 'random kill'} ${outcome.kind}`
        tally.set(key, (tally.get(key) ?? 0) + 1)
        if (outcome.kind === 'bad') bad++
        if (++done % 50 === 0) console.log(`  ${done} done: ${words(tally)}`)
        say(scene.name, outcome)
      })
      console.log(`  all done: ${words(tally)}`)
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  console.log(`${bad} faults in ${((performance.now() - began) / 1_000).toFixed(0)} s`)
  process.exitCode = bad === 0 ? 0 : 1
}

function words(tally: ReadonlyMap<string, number>): string {
  return [...tally]
    .sort()
    .map(([key, count]) => `${key} ${count}`)
    .join(', ')
}

function say(scene: string, { kind, trouble, faults }: Outcome): void {
  if (kind === 'bad') console.log(`BAD ${scene}, ${trouble}:\n${faults.map((fault) => `    ${fault}\n`).join('')}`)
}

async function inParallel(
  troubles: readonly Trouble[],
  atOnce: number,
  work: (trouble: Trouble) => Promise<void>,
): Promise<void> {
  const rest = troubles.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const trouble of rest) await work(trouble)
    }),
  )
}
