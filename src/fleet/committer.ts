import type { SourceChange } from '../model/index.ts'
import { pause } from './pause.ts'

/** Stores readings in groups, since few large transactions cost less than many small ones. */
export type Committer = {
  /** Resolves when the change is stored. Rejects when it never will be, though others are. */
  readonly put: (change: SourceChange) => Promise<void>
  /** resolves when nothing waits */
  readonly settled: () => Promise<void>
}

type Waiting = { readonly change: SourceChange; readonly resolve: () => void; readonly reject: (problem: unknown) => void }

/** A group is full with so many readings or items, and is stored after so long whatever it holds. */
const GROUP = 64
const GROUP_ITEMS = 500
const TOGETHER_MS = 50
/** How often a database that is away is tried, and after what pauses: a restart takes less than the two minutes of all of them. */
const TRIES = 30
const AGAIN_MS = 250
const RARELY_MS = 5_000

/**
 * @param commit stores all or none; must refuse what was overtaken, since a group whose answer was lost is stored again
 * @param onTrouble told each time that a group was not stored
 */
export function createCommitter(
  commit: (changes: readonly SourceChange[]) => Promise<void>,
  onTrouble: (problem: unknown) => void,
): Committer {
  const waiting: Waiting[] = []
  let running: Promise<void> | undefined
  let full: (() => void) | undefined

  function isFull(): boolean {
    return waiting.length >= GROUP || waiting.reduce((sum, { change }) => sum + change.items.length, 0) >= GROUP_ITEMS
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      if (!isFull()) await Promise.race([pause(TOGETHER_MS), new Promise<void>((resolve) => (full = resolve))])
      full = undefined
      await storeGroup(waiting.splice(0, GROUP))
    }
    running = undefined
  }

  /** One bad reading among good ones must not keep them out; when none can be stored it is the database that is ill. */
  async function storeGroup(group: readonly Waiting[]): Promise<void> {
    let left = group
    for (let attempt = 1; left.length > 0; attempt++) {
      const problem = await tried(left)
      if (problem === undefined) return
      const failed = left.length === 1 ? left : await oneByOne(left)
      const isOnlyTheirs = failed.length < left.length
      if (isOnlyTheirs || attempt >= TRIES) {
        for (const { reject } of failed) reject(problem)
        return
      }
      left = failed
      await pause(Math.min(RARELY_MS, AGAIN_MS * 2 ** Math.min(attempt, 10)))
    }
  }

  async function oneByOne(group: readonly Waiting[]): Promise<readonly Waiting[]> {
    const failed: Waiting[] = []
    for (const [index, one] of group.entries()) {
      if ((await tried([one])) === undefined) continue
      failed.push(one)
      if (failed.length === index + 1 && failed.length >= 3) return group // three in a row and none stored: no need to ask for each
    }
    return failed
  }

  async function tried(group: readonly Waiting[]): Promise<unknown> {
    try {
      await commit(group.map(({ change }) => change))
    } catch (problem) {
      onTrouble(problem)
      return problem ?? new Error('not stored')
    }
    for (const { resolve } of group) resolve()
    return undefined
  }

  return {
    put: (change) =>
      new Promise((resolve, reject) => {
        waiting.push({ change, resolve, reject })
        if (isFull()) full?.()
        running ??= run()
      }),
    settled: async () => await running,
  }
}
