import { describe, expect, it } from 'vitest'
import { fleetWords } from '../../../src/cli/fleet-words.ts'

const worker = {
  ...{ id: '1', name: 'one:7', version: '1.0.0', mark: 'a', places: 8, started: new Date(0), silentMs: 0 },
  ...{ busy: 3, leads: true, readings: 120, failures: 2, kept: 9 },
}

describe('fleetWords', () => {
  it('shows each worker, and what waits', () => {
    const other = { ...worker, id: '2', name: 'two:9', leads: false }
    const text = fleetWords({ workers: [worker, other], queued: 4, due: 30, lagMs: 61_000 }, 120).join('\n')
    expect(text).toMatch(/one:7 +publishes +3 of 8 +120 +2/)
    expect(text).toMatch(/two:9 +reads/)
    expect(text).toContain('2 workers; 30 sources due, the first for 61 s; 4 hosts in the queue')
    expect(text).not.toContain('another')
  })
  it.each([{ mark: 'b' }, { version: '1.1.0' }])('marks a worker with another list or version (%j)', (differs) => {
    const text = fleetWords({ workers: [worker, { ...worker, ...differs }], queued: 0, due: 0, lagMs: 0 }, 120).join('\n')
    expect(text.match(/another feeds\.json/g)).toHaveLength(1)
  })
  it('says so when nobody works', () => {
    expect(fleetWords({ workers: [], queued: 0, due: 0, lagMs: 0 }, 80)).toEqual(['0 workers; nothing is due', ''])
  })
})
