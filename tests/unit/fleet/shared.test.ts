import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/fleet/database.ts'
import { electionAt } from '../../../src/fleet/election.ts'
import { leasesOf } from '../../../src/fleet/leases.ts'
import { type Place, placeOf } from '../../../src/fleet/place.ts'
import { openQueue, type Queue } from '../../../src/fleet/queue.ts'
import { turnsIn } from '../../../src/fleet/turns.ts'
import { FRESH_MS, workersIn } from '../../../src/fleet/workers.ts'
import { type DatabaseServer, databaseServer } from '../../helpers/database-server.ts'
import { aSourceId } from '../../helpers/make-item.ts'

const NOW = new Date('2026-11-25T12:00:00Z')
const log = () => undefined

describe('what workers share', () => {
  let server: DatabaseServer
  let place: Place
  let database: Database
  beforeAll(async () => {
    server = await databaseServer()
  })
  beforeEach(async () => {
    place = placeOf(await server.fresh())
    database = await openDatabase(place, log)
    return () => database.close()
  })
  afterAll(() => server.close())

  it('is made once, though several begin at once', async () => {
    const other = placeOf(await server.fresh())
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase(other, log)))
    await Promise.all(opened.map((one) => one.close()))
    expect(opened).toHaveLength(4)
  })

  describe('turns', () => {
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
    const turn = (id: string, host: string, due: Date) => ({ source: aSourceId(id), host, due })

    it('offers the hosts of due sources, the longest due first, and each once', async () => {
      const turns = turnsIn(database)
      await turns.list([turn('a', 'x', at(-1)), turn('b', 'y', at(-5)), turn('c', 'x', at(-2)), turn('d', 'z', at(1))])
      expect(await turns.ripe(NOW, 10)).toEqual(['y', 'x'])
      await turns.planned(['y', 'x'], NOW)
      expect(await turns.ripe(NOW, 10)).toEqual([])
    })
    it('plans a source again when it was read and falls due again, and not before', async () => {
      const turns = turnsIn(database)
      await turns.list([turn('a', 'x', at(-1))])
      await turns.planned(['x'], NOW)
      await turns.put([{ source: aSourceId('a'), due: at(60) }])
      expect(await turns.ripe(at(59), 10)).toEqual([])
      expect(await turns.ripe(at(60), 10)).toEqual(['x'])
    })
    it('plans a source that fell due while its host was being read', async () => {
      const turns = turnsIn(database)
      await turns.list([turn('a', 'x', at(-1)), turn('b', 'x', at(1))])
      await turns.planned(['x'], NOW)
      await turns.planned(['x'], at(1)) // offered in vain: the host is in the queue
      await turns.put([{ source: aSourceId('a'), due: at(60) }])
      await turns.unplanned(['x'])
      expect(await turns.ripe(at(1), 10)).toEqual(['x'])
    })
    it('forgets sources that are listed no more, and keeps what it knows of the others up to date', async () => {
      const turns = turnsIn(database)
      await turns.list([turn('a', 'x', at(-1)), turn('b', 'y', at(-1))])
      await turns.list([turn('b', 'new', at(-1))])
      expect(await turns.ripe(NOW, 10)).toEqual(['new'])
      expect(await turns.dueAt(['x', 'y', 'new'], NOW)).toEqual(new Map([['new', ['b']]]))
    })
    it('says how many are due, and since when', async () => {
      const turns = turnsIn(database)
      expect(await turns.backlog(NOW)).toEqual({ due: 0 })
      await turns.list([turn('a', 'x', at(-9)), turn('b', 'y', at(-1)), turn('c', 'z', at(9))])
      expect(await turns.backlog(NOW)).toEqual({ due: 2, since: at(-9) })
    })
    it('takes a source that is never due again', async () => {
      const turns = turnsIn(database)
      await turns.list([turn('a', 'x', new Date(8.64e15))])
      expect(await turns.ripe(at(1e6), 10)).toEqual([])
    })
  })

  describe('the queue', () => {
    let queue: Queue
    beforeEach(async () => {
      queue = await openQueue(place, log)
      return () => queue.close()
    })

    it('gives each host to one worker, however often it was offered', async () => {
      const other = await openQueue(place, log)
      await Promise.all([queue.offer(['x', 'y', 'z']), other.offer(['z', 'y', 'x', 'w'])])
      const claims = (await Promise.all([queue.claim(3), other.claim(3), queue.claim(3)])).flat()
      await other.close()
      expect(claims.map(({ host }) => host).toSorted()).toEqual(['w', 'x', 'y', 'z'])
    })
    it('takes a host again when it is done with, and not while it is worked on', async () => {
      await queue.offer(['x'])
      const claims = await queue.claim(1)
      await queue.offer(['x'])
      expect(await queue.claim(1)).toEqual([])
      await queue.done(claims)
      await queue.offer(['x'])
      expect(await queue.claim(1)).toHaveLength(1)
    })
    it('lets another have what is given back, and takes no word from the first any more', async () => {
      await queue.offer(['x'])
      const first = await queue.claim(1)
      await queue.giveBack(first)
      const second = await queue.claim(1)
      expect(second.map(({ host }) => host)).toEqual(['x'])
      await queue.done(first)
      await queue.offer(['x'])
      expect(await queue.claim(1)).toEqual([]) // the second still has it
    })
  })

  describe('leases', () => {
    const pulse = { busy: 0, leads: false, readings: 0, failures: 0, kept: 0 }
    async function aWorker() {
      const id = randomUUID()
      const self = { id, name: id, version: '1', mark: 'm', places: 1 }
      const workers = workersIn(database, self)
      await workers.beat(pulse)
      return { ...workers, ...leasesOf(database, { worker: id, freshMs: FRESH_MS, isSound: () => true, log }) }
    }

    it('give a host to one worker at a time, with what the last one left behind', async () => {
      const [one, other] = [await aWorker(), await aWorker()]
      expect(await one.take('x')).toEqual({ waitMs: 0, gapMs: 0 })
      let isTaken = false
      const waiting = other.take('x').then((lease) => {
        isTaken = true
        return lease
      })
      await other.take('y') // asked for later, and given
      expect(isTaken).toBe(false)
      one.give('x', { gapMs: 60_000 })
      const lease = await waiting
      expect(lease?.gapMs).toBe(60_000)
      expect(lease?.waitMs).toBeGreaterThan(50_000)
      one.close()
      other.close()
    })
    it('are free when their worker has gone', async () => {
      const [one, other] = [await aWorker(), await aWorker()]
      await one.take('x')
      await one.leave()
      expect(await other.take('x')).toBeDefined()
      other.close()
    })
    it('end with whoever waits', async () => {
      const [one, other] = [await aWorker(), await aWorker()]
      await one.take('x')
      const waiting = other.take('x')
      other.close()
      expect(await waiting).toBeUndefined()
      one.close()
    })
  })

  describe('the office', () => {
    it('has one holder, and the next when that one resigns', async () => {
      const [one, other] = [electionAt(place, log), electionAt(place, log)]
      const term = await one.stand()
      expect(term?.aborted).toBe(false)
      expect(await one.stand()).toBe(term)
      expect(await other.stand()).toBeUndefined()
      await one.resign()
      expect(term?.aborted).toBe(true)
      expect(await other.stand()).toBeDefined()
      await other.resign()
    })
    it('is lost with the connection, at once', async () => {
      const one = electionAt(place, log)
      const term = await one.stand()
      const lost = new Promise((resolve) => term?.addEventListener('abort', resolve))
      await server.restart()
      await lost
      expect(term?.aborted).toBe(true)
      expect(await one.stand()).toBeDefined()
      await one.resign()
    })
  })
})
