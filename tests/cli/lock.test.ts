import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LIBRARY, rssText } from '../helpers/feed-text.ts'
import { type Ending, isBuilt, kaynak, type Running, start } from '../helpers/program.ts'
import { type Site, site } from '../helpers/site.ts'
import { temporaryDirectory } from '../helpers/temporary-directory.ts'

const NOW = '2026-11-20T12:00:00Z'
const LOCK = '.kaynak/kaynak.db.lock'

let folder: string
let outlet: Site

beforeEach(async () => {
  folder = await temporaryDirectory()
  outlet = await site()
  const sources = [{ id: 'a', name: 'A', url: `${outlet.origin}/a.xml`, article: 'never' }]
  const fetch = { allowPrivate: [outlet.host], gapMs: 0, timeoutMs: 60_000 }
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify({ title: 'T', fetch, sources }))
  offer(false)
})

afterEach(async () => {
  await outlet.close()
})

function offer(held: boolean): void {
  outlet.put('/a.xml', { body: rssText('A', [LIBRARY]), type: 'application/rss+xml', held })
}

function begin(): Running {
  return start(['run', '--now', NOW, '--quiet'], { cwd: folder })
}

function pass(): Promise<Ending> {
  return kaynak(['run', '--now', NOW, '--quiet'], { cwd: folder })
}

function published(): string {
  return readFileSync(join(folder, 'output/feed.xml'), 'utf8')
}

describe.skipIf(!isBuilt)('the lock of a state', () => {
  it('is free again when the run that held it was killed', async () => {
    offer(true)
    const killed = begin()
    await outlet.asked('/a.xml')
    killed.kill('SIGKILL')
    expect((await killed.ended).signal).toBe('SIGKILL')
    offer(false)
    expect(await pass()).toMatchObject({ exit: 0, stdout: '', stderr: '' })
    expect(published()).toContain(LIBRARY.title)
  })

  it('is held by a run that sleeps, however long', async () => {
    offer(true)
    const sleeping = begin()
    await outlet.asked('/a.xml')
    process.kill(sleeping.pid, 'SIGSTOP')
    const { exit, stderr } = await pass()
    process.kill(sleeping.pid, 'SIGCONT')
    expect({ exit, stderr }).toEqual({
      exit: 75,
      stderr: 'kaynak: another pass is at work on .kaynak/kaynak.db; this one leaves it to it\n',
    })
    outlet.release('/a.xml')
    expect((await sleeping.ended).exit).toBe(0)
  })

  it('is held by one of many that begin at once, and the others ask nobody', async () => {
    offer(true)
    const runs = Array.from({ length: 4 }, begin)
    const endings = Promise.all(runs.map((run) => run.ended))
    await outlet.asked('/a.xml')
    await nthEnded(runs, 3)
    outlet.release('/a.xml')
    const exits = (await endings).map((ending) => ending.exit)
    expect(exits.toSorted()).toEqual([0, 75, 75, 75])
    expect(outlet.requests).toHaveLength(1)
  })

  it.each([
    ['the number of this very process', `${process.pid}\n`],
    ['a number of another machine', '{"pid":1,"host":"elsewhere.example"}\n'],
    ['nothing', ''],
    ['anything', '\u0000\u0001lock\u0000'.repeat(500)],
  ])('is no file with %s: that is put beside it, and the pass goes on', async (_, text) => {
    mkdirSync(join(folder, '.kaynak'))
    writeFileSync(join(folder, LOCK), text)
    expect(await pass()).toMatchObject({ exit: 0, stdout: '', stderr: '' })
    expect(published()).toContain(LIBRARY.title)
    const left = readdirSync(join(folder, '.kaynak')).filter((name) => name.includes('lock'))
    expect(left).toEqual(text === '' ? ['kaynak.db.lock'] : ['kaynak.db.lock', 'kaynak.db.lock.damaged'])
    if (text !== '') expect(readFileSync(join(folder, `${LOCK}.damaged`), 'utf8')).toBe(text)
  })

  it('is told in one line where it cannot be taken, and nobody is asked', async () => {
    mkdirSync(join(folder, LOCK), { recursive: true })
    const { exit, stderr } = await pass()
    expect(stderr).toMatch(/^kaynak: .*kaynak\.db\.lock: expected a file, got a directory\n$/)
    expect(exit).toBe(4)
    expect(outlet.requests).toEqual([])
  })
})

/** Resolves when so many of them have ended. */
function nthEnded(runs: readonly Running[], count: number): Promise<void> {
  let ended = 0
  return new Promise((resolve) => {
    for (const run of runs)
      void run.ended.then(() => {
        ended++
        if (ended === count) resolve()
      })
  })
}
