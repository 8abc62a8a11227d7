/** Runs one after the other, never two at once. */
export type Rounds<Errand> = {
  /** Runs now and resolves when it has ended; where one is under way, this turn is let go and said to be skipped. */
  readonly turn: () => Promise<void>
  /** Runs as soon as none is under way. Errands that come meanwhile are done together, in one run. */
  readonly soon: (errand: Errand) => void
  /** Resolves when none is under way and none is waited for. */
  readonly settled: () => Promise<void>
  /** What waits is forgotten, and nothing begins any more. */
  readonly stop: () => void
}

export type RoundsOptions<Errand> = {
  /** must not reject; without errands it is an ordinary turn */
  readonly run: (errands: readonly Errand[]) => Promise<void>
  readonly onSkipped: () => void
}

/** None is under way. */
export function createRounds<Errand>({ run, onSkipped }: RoundsOptions<Errand>): Rounds<Errand> {
  let waiting: Errand[] = []
  let running: Promise<void> | undefined
  let isStopped = false

  async function begin(errands: readonly Errand[]): Promise<void> {
    try {
      for (let next = errands; ; ) {
        await run(next)
        if (waiting.length === 0) break
        next = waiting
        waiting = []
      }
    } finally {
      running = undefined
    }
  }

  return {
    async turn() {
      if (isStopped) return
      if (running !== undefined) return onSkipped()
      running = begin([])
      await running
    },
    soon(errand) {
      if (isStopped) return
      if (running !== undefined) waiting.push(errand)
      else running = begin([errand])
    },
    settled: async () => await running,
    stop() {
      isStopped = true
      waiting = []
    },
  }
}
