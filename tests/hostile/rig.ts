import { Worker } from 'node:worker_threads'
import type { Log } from './servers.ts'

export type Question = {
  readonly id: number
  readonly about: 'log' | 'inner-connections' | 'settled' | 'close'
  readonly name?: string
}

export type Answer = {
  /** 0: the rig is open */
  readonly id: number
  readonly addresses?: ReadonlyMap<string, string>
  readonly log?: Log
  readonly count?: number
  readonly names?: readonly string[]
}

/** A running rig: every case of `allCases` as a source on loopback, and one server that nobody may connect to. */
export type Rig = AsyncDisposable & {
  readonly addressOf: (name: string) => string
  /** exactly the servers of the cases, as `allowPrivate` wants them */
  readonly allowPrivate: readonly string[]
  readonly logOf: (name: string) => Promise<Log>
  /** connections to the forbidden server: each is a hard fault */
  readonly innerConnections: () => Promise<number>
  /** waits up to five seconds for clients to close their connections; answers the names of hosts that still have some */
  readonly settled: () => Promise<readonly string[]>
}

/** Opens the rig on a thread of its own; dispose of it to close all its servers. */
export async function openRig(): Promise<Rig> {
  const worker = new Worker(new URL('./rig-worker.ts', import.meta.url))
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  const answered = (id: number): Promise<Answer> => new Promise((resolve) => waiting.set(id, resolve))
  worker.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer))
  const failed = new Promise<never>((_resolve, reject) => worker.once('error', reject))
  const { addresses = new Map<string, string>() } = await Promise.race([answered(0), failed])
  const ask = (about: Question['about'], name = ''): Promise<Answer> => {
    last += 1
    worker.postMessage({ id: last, about, name } satisfies Question)
    return answered(last)
  }
  return {
    addressOf: (name) => addresses.get(name) ?? '',
    allowPrivate: [...new Set([...addresses.values()].map((address) => new URL(address).host))],
    logOf: async (name) => (await ask('log', name)).log ?? { visits: 0, peak: 0, fields: [] },
    innerConnections: async () => (await ask('inner-connections')).count ?? 0,
    settled: async () => (await ask('settled')).names ?? [],
    [Symbol.asyncDispose]: async () => {
      await ask('close')
      await worker.terminate()
    },
  }
}
