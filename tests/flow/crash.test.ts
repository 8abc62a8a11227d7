import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Call } from '../crash/calls.ts'
import { ordeal, type Trouble } from '../crash/ordeal.ts'
import { type Scene, scenes } from '../crash/scene.ts'
import { isBuilt, MAIN } from '../helpers/program.ts'

const hasTracer = spawnSync('strace', ['-V']).error === undefined
if (!hasTracer) console.warn('SKIPPED: the crash test needs strace')

/** One of each kind; `npm run crash` takes them all. */
const SAMPLE = [
  ['KILL', 'pwrite64', /-wal$/],
  ['KILL', 'rename', /feed|html|kaynak-[1-9]/],
  ['ENOSPC', 'pwrite64', /-wal$/],
  ['ENOSPC', 'write', /output\/.*\.tmp$/],
  ['EIO', 'fsync', /output\/.*\.tmp$/],
  ['EIO', 'rename', /output\/by\//],
] as const

/** The middle one of the calls of this name on such a path. */
function middle(calls: readonly Call[], name: string, path: RegExp): readonly Call[] {
  const such = calls.filter((call) => call.name === name && path.test(call.path))
  return such.slice(such.length >> 1, (such.length >> 1) + 1)
}

async function sceneOf(name: string, root: string, work: (scene: Scene) => Promise<void>): Promise<void> {
  for await (const scene of scenes(MAIN, root)) if (scene.name === name) await work(scene)
}

describe.skipIf(!isBuilt || !hasTracer)('a pass that is killed, meets a full disk or an I/O error', () => {
  it('leaves whole documents, and the next pass makes good what it did not do', async () => {
    const root = mkdtempSync(join(tmpdir(), 'kaynak-crash-'))
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    await sceneOf('next pass', root, async (scene) => {
      const troubles: readonly Trouble[] = SAMPLE.flatMap(([way, name, path]) =>
        middle(scene.calls, name, path).map((call) => ({ call, way })),
      )
      const outcomes = await Promise.all(troubles.map((trouble) => ordeal(scene, trouble)))
      expect(outcomes.filter(({ kind }) => kind !== 'good')).toEqual([])
      expect(outcomes).toHaveLength(SAMPLE.length)
    })
  })
})
