import { pause } from './pause.ts'
import type { Claim, Queue } from './queue.ts'
import type { Turns } from './turns.ts'

/** Tells the queue what became of claims, those that end within moments of each other together. */
export type Finisher = {
  readonly end: (claim: Claim, how: 'done' | 'given-back') => void
  /** those that are worked on, or whose end was not told yet */
  readonly open: () => readonly Claim[]
  readonly begin: (claims: readonly Claim[]) => void
  /** resolves when all that ended is told, or cannot be */
  readonly settled: () => Promise<void>
}

const TOGETHER_MS = 30

/** @param onTrouble told when the queue could not be told: the claim then falls silent, and comes back to it by itself */
export function createFinisher(
  { queue, turns }: { readonly queue: Pick<Queue, 'done' | 'giveBack'>; readonly turns: Pick<Turns, 'unplanned'> },
  onTrouble: (problem: unknown) => void,
): Finisher {
  const open = new Set<Claim>()
  let done: Claim[] = []
  let back: Claim[] = []
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    while (done.length + back.length > 0) {
      await pause(TOGETHER_MS)
      const [ended, returned] = [done, back]
      done = []
      back = []
      for (const claim of [...ended, ...returned]) open.delete(claim)
      try {
        await queue.done(ended)
        await queue.giveBack(returned)
        // after the queue: a source that has fallen due meanwhile can be planned only when its host is out of it
        if (ended.length > 0) await turns.unplanned(ended.map(({ host }) => host))
      } catch (problem) {
        onTrouble(problem)
      }
    }
    running = undefined
  }

  return {
    begin(claims) {
      for (const claim of claims) open.add(claim)
    },
    open: () => [...open],
    end(claim, how) {
      if (how === 'done') done.push(claim)
      else back.push(claim)
      running ??= run()
    },
    settled: async () => await running,
  }
}
