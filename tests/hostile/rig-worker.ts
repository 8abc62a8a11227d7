import { parentPort } from 'node:worker_threads'
import { allCases } from './all-cases.ts'
import type { Answer, Question } from './rig.ts'
import { openServers } from './servers.ts'

/** The other end of `openRig`: serves on a thread of its own, so that packing a bomb does not stop the program under test. */
const servers = await openServers(allCases)

parentPort?.on('message', async ({ id, ...question }: Question) => parentPort?.postMessage({ id, ...(await answerTo(question)) }))
parentPort?.postMessage({ id: 0, addresses: servers.addresses } satisfies Answer)

async function answerTo({ about, name = '' }: Omit<Question, 'id'>): Promise<Omit<Answer, 'id'>> {
  switch (about) {
    case 'log':
      return { log: servers.logOf(name) }
    case 'inner-connections':
      return { count: servers.innerConnections() }
    case 'settled':
      return { names: await servers.settled() }
    case 'close':
      await servers.close()
      return {}
  }
}
