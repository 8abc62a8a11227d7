import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { contentOf, NOW, worker } from '../helpers/fleet.ts'
import { outlets } from '../helpers/outlets.ts'
import { isBuilt, kaynak, start } from '../helpers/program.ts'
import { temporaryDirectory } from '../helpers/temporary-directory.ts'

describe.skipIf(!isBuilt)('kaynak work', () => {
  let server: DatabaseServer
  beforeAll(async () => {
    server = await databaseServer()
  })
  afterAll(() => server.close())

  it('publishes with three workers, byte for byte, what one pass publishes; each feed is read once', async () => {
    const sites = await outlets(6, 4)
    const cwd = await temporaryDirectory()
    await writeFile(join(cwd, 'feeds.json'), sites.list())
    const alone = await kaynak(['run', '--now', NOW, '--output', 'alone', '--quiet'], { cwd })
    expect(alone).toMatchObject({ exit: 0, stderr: '' })
    const before = sites.asked.length
    const state = await server.fresh()
    const team = [1, 2, 3].map(() => worker(cwd, state, ['--concurrency', '2']))
    await Promise.race(team.map(({ line }) => line('fleet.published')))
    const status = await kaynak(['status', '--json', '--state', state, '--now', NOW], { cwd })
    const door = start(['serve', '--listen', '127.0.0.1:0', '--output', 'fleet', '--now', NOW, '--state', state], { cwd })
    const { url }: { readonly url: string } = JSON.parse(await door.line('serve.started'))
    const metrics = await (await fetch(`${url}metrics`)).text()
    door.kill('SIGTERM')
    for (const { kill } of team) kill('SIGTERM')
    const endings = await Promise.all(team.map(({ ended }) => ended))
    const asked = sites.asked.slice(before).filter((path) => path.includes('/feed/'))
    await sites.close()

    expect(endings.map(({ exit }) => exit)).toEqual([0, 0, 0])
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted())
    expect(asked).toHaveLength(24)
    const fleet = await contentOf(join(cwd, 'fleet'))
    expect(fleet.get('/feed.xml')).toContain('Ferries return')
    expect(fleet).toEqual(await contentOf(join(cwd, 'alone')))
    expect(JSON.parse(status.stdout)).toMatchObject({ fleet: { due: 0, queued: 0, lagMs: 0, workers: { length: 3 } } })
    expect(metrics).toMatch(/^kaynak_fleet_workers 3$/m)
    expect(metrics).toMatch(/^kaynak_fleet_lag_seconds 0$/m)
    expect(metrics).toMatch(/^kaynak_fleet_leaders 1$/m)
  }, 45_000)

  it('is as polite together as one machine is alone: two at once at a host, and a gap, over feeds and pages', async () => {
    const sites = await outlets(4, 3, { latencyMs: 30 })
    const cwd = await temporaryDirectory()
    await writeFile(join(cwd, 'feeds.json'), sites.list({ gapMs: 300, perHost: 2 }))
    const state = await server.fresh()
    const team = [1, 2, 3].map(() => worker(cwd, state))
    await Promise.race(team.map(({ line }) => line('fleet.published')))
    for (const { kill } of team) kill('SIGTERM')
    await Promise.all(team.map(({ ended }) => ended))
    const { atOnce, gapMs } = sites.treatment()
    await sites.close()
    expect(sites.asked.filter((path) => path.includes('/a/')).length).toBeGreaterThan(10)
    expect(atOnce).toBeLessThanOrEqual(2)
    expect(gapMs).toBeGreaterThan(225) // two starts at once would make it 200 at most
    expect(gapMs).toBeLessThan(Number.POSITIVE_INFINITY)
  }, 45_000)

  it('gives back at SIGTERM what a server keeps it from, and another worker reads it at once', async () => {
    const sites = await outlets(2, 1)
    const cwd = await temporaryDirectory()
    await writeFile(join(cwd, 'feeds.json'), sites.list())
    const state = await server.fresh()
    sites.hold()
    const first = worker(cwd, state)
    await sites.count(2)
    first.kill('SIGTERM')
    expect((await first.ended).exit).toBe(0)
    sites.release()
    const second = worker(cwd, state)
    await second.line('fleet.published')
    second.kill('SIGTERM')
    await second.ended
    await sites.close()
    expect(sites.asked.filter((path) => path.includes('/feed/'))).toHaveLength(4)
    expect((await contentOf(join(cwd, 'fleet'))).get('/feed.xml')).toContain('Outlet 1, desk 0')
  }, 45_000)

  it('survives a restart of its database', async () => {
    const sites = await outlets(6, 4, { latencyMs: 20 })
    const cwd = await temporaryDirectory()
    await writeFile(join(cwd, 'feeds.json'), sites.list({ gapMs: 20 }))
    const alone = await kaynak(['run', '--now', NOW, '--output', 'alone', '--quiet'], { cwd })
    expect(alone.exit).toBe(0)
    const state = await server.fresh()
    const team = [1, 2].map(() => worker(cwd, state, ['--concurrency', '1']))
    await sites.count(24 + 6)
    await server.restart()
    await Promise.race(team.map(({ line }) => line('fleet.published')))
    for (const { kill } of team) kill('SIGTERM')
    const endings = await Promise.all(team.map(({ ended }) => ended))
    await sites.close()
    expect(endings.map(({ exit }) => exit)).toEqual([0, 0])
    expect(await contentOf(join(cwd, 'fleet'))).toEqual(await contentOf(join(cwd, 'alone')))
  }, 40_000)

  it('says what it needs when the state is no database', async () => {
    const cwd = await temporaryDirectory()
    const ending = await kaynak(['work', '--state', 'news.db'], { cwd })
    expect(ending).toMatchObject({ exit: 2, stderr: expect.stringContaining('postgres://') })
  })

  it('never repeats a password', async () => {
    const cwd = await temporaryDirectory()
    await writeFile(join(cwd, 'feeds.json'), JSON.stringify({ title: 'T', sources: [] }))
    const ending = await kaynak(['work', '--state', 'postgres://kaynak:hunter2@127.0.0.1:1/news'], { cwd })
    expect(ending.exit).toBe(4)
    expect(`${ending.stdout}${ending.stderr}`).not.toContain('hunter2')
  })
})
