import { joinFleet } from '../../src/fleet/join-fleet.ts'
import { placeOf } from '../../src/fleet/place.ts'
import { readHost } from '../../src/fleet/read-host.ts'
import { compileTopic, shippedTopic } from '../../src/match/index.ts'
import type { Log, Source, SourceChange, Store } from '../../src/model/index.ts'
import { createPages, createParser, type Desk } from '../../src/pipeline/index.ts'
import { placeItems } from '../../src/pipeline/place.ts'
import { openPostgresStore } from '../../src/store/index.ts'
import { loadLanguageDetector } from '../../src/text/index.ts'
import { editionMoment, newsroomFetch } from './newsroom.ts'

/** One worker over one database, moved by hand: without the pauses that a real one makes. */
export type HandWorker = {
  readonly store: Store
  /** claims so many hosts of those that are due, reads them, stores what is new, ends the claims. @returns how many items were stored */
  readonly cycle: (hosts: readonly string[], edition: number) => Promise<number>
  /** gives what was stored its stories, as the elected worker does */
  readonly place: () => Promise<void>
  readonly close: () => Promise<void>
}

const log: Log = (level, event, fields) => {
  if (level === 'error' || level === 'warn') console.error(event, JSON.stringify(fields))
}

export async function handWorker(address: string, list: readonly Source[]): Promise<HandWorker> {
  const { store } = await openPostgresStore(address, { log })
  const fleet = await joinFleet(placeOf(address), { name: 'bench', version: '0', mark: 'bench', places: 64 }, log)
  const compiled = compileTopic(shippedTopic('syria'))
  if (compiled.kind !== 'topic') throw new Error('the shipped topic does not compile')
  const { topic } = compiled
  let edition = 0
  const fetch = newsroomFetch(() => edition)
  const sources = new Map(list.map((source) => [source.id, source]))
  const parser = createParser()
  await fleet.turns.list(list.map((source) => ({ source: source.id, host: new URL(source.url).host, due: editionMoment(0) })))

  function desk(): Desk {
    return {
      ...{ fetch, parser, pages: createPages(fetch), store, topic },
      ...{ rules: 'bench', jitter: () => 0.5, detector: loadLanguageDetector, log, now: editionMoment(edition) },
    }
  }

  return {
    store,
    async cycle(hosts, now) {
      edition = now
      await fleet.beat({ busy: 0, leads: true, readings: 0, failures: 0, kept: 0 })
      await fleet.turns.ripe(editionMoment(now), 5_000)
      await fleet.queue.offer(hosts)
      await fleet.turns.planned(hosts, editionMoment(now))
      const claims = await fleet.queue.claim(hosts.length)
      const named = claims.map(({ host }) => host)
      const due = await fleet.turns.dueAt(named, editionMoment(now))
      const states = await store.sourceStates([...due.values()].flat())
      const changes: SourceChange[] = []
      const room = {
        ...{ sources, states, desk: desk(), onRead: () => undefined },
        keep: async (change: SourceChange) => void changes.push(change),
        network: { reached: () => undefined, isThere: () => true },
      }
      await Promise.all(named.map((host) => readHost(due.get(host) ?? [], room)))
      await store.commit(changes)
      await fleet.turns.put(
        changes.map(({ state }) => ({ source: state.sourceId, due: state.nextDue ?? editionMoment(now + 1) })),
      )
      await fleet.queue.done(claims)
      await fleet.turns.unplanned(named)
      return changes.reduce((sum, { items }) => sum + items.length, 0)
    },
    place: async () => void (await placeItems(store)),
    async close() {
      await parser.close()
      await fleet.leave()
      await store.close()
    },
  }
}
