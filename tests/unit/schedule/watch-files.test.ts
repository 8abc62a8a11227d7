import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { watchFiles } from '../../../src/schedule/index.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'

describe('watchFiles', () => {
  it('tells of a write, of another file in its place, of one that goes and one that comes, each once', async () => {
    const folder = await temporaryDirectory()
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    writeFileSync(one, '1')
    let looks = 0
    let changes = 0
    const watching = watchFiles({
      paths: () => {
        looks += 1
        return [one, two]
      },
      everyMs: 1,
      async onChange() {
        changes += 1
      },
    })
    onTestFinished(watching.stop)
    const lookedAgain = async (): Promise<void> => {
      const before = looks
      await expect.poll(() => looks - before, { interval: 1 }).toBeGreaterThan(2)
    }
    await lookedAgain()
    expect(changes).toBe(0)
    const deeds = [
      () => writeFileSync(one, '22'),
      () => {
        writeFileSync(join(folder, 'new'), '33')
        renameSync(join(folder, 'new'), one)
      },
      () => rmSync(one),
      () => writeFileSync(two, ''),
    ]
    for (const [at, deed] of deeds.entries()) {
      deed()
      await expect.poll(() => changes, { interval: 1 }).toBeGreaterThan(at)
      await lookedAgain()
      expect(changes).toBe(at + 1)
    }
    watching.stop()
    const last = looks
    writeFileSync(one, '4')
    await new Promise((resolve) => setImmediate(resolve))
    expect(looks).toBeLessThanOrEqual(last + 1)
    expect(changes).toBe(deeds.length)
  })
})
