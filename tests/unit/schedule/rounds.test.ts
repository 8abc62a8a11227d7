import { describe, expect, it } from 'vitest'
import { createRounds, type Rounds } from '../../../src/schedule/index.ts'

type Bench = {
  readonly rounds: Rounds<string>
  readonly runs: readonly (readonly string[])[]
  readonly finish: () => void
  readonly skipped: () => number
}

/** Rounds whose runs end when the test says so. */
function bench(): Bench {
  const runs: (readonly string[])[] = []
  let [skipped, isAtWork] = [0, false]
  let finish: () => void = () => undefined
  const rounds = createRounds<string>({
    async run(errands) {
      expect(isAtWork).toBe(false)
      isAtWork = true
      runs.push(errands)
      await new Promise<void>((done) => {
        finish = done
      })
      isAtWork = false
    },
    onSkipped() {
      skipped += 1
    },
  })
  return { rounds, runs, finish: () => finish(), skipped: () => skipped }
}

/** Lets everything run that waits for nothing but its turn. */
async function turnOfLoop(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

describe('createRounds', () => {
  it('lets a turn go that comes while one is under way, and says so', async () => {
    const { rounds, runs, finish, skipped } = bench()
    const first = rounds.turn()
    await rounds.turn()
    await rounds.turn()
    expect([runs, skipped()]).toEqual([[[]], 2])
    finish()
    await first
    const next = rounds.turn()
    expect(runs).toEqual([[], []])
    finish()
    await next
  })

  it('does together, after the one under way, what was asked for meanwhile', async () => {
    const { rounds, runs, finish, skipped } = bench()
    rounds.soon('a')
    rounds.soon('b')
    rounds.soon('c')
    finish()
    await turnOfLoop()
    expect([runs, skipped()]).toEqual([[['a'], ['b', 'c']], 0])
    finish()
    await rounds.settled()
    expect(runs).toHaveLength(2)
  })

  it('begins nothing any more once it is stopped, and forgets what waits', async () => {
    const { rounds, runs, finish } = bench()
    rounds.soon('a')
    rounds.soon('b')
    rounds.stop()
    finish()
    await rounds.settled()
    await rounds.turn()
    rounds.soon('c')
    expect(runs).toEqual([['a']])
  })
})
