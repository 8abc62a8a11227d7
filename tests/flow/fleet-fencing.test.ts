import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { contentOf, NOW, worker } from '../helpers/fleet.ts'
import { outlets } from '../helpers/outlets.ts'
import { isBuilt, kaynak } from '../helpers/program.ts'
import { temporaryDirectory } from '../helpers/temporary-directory.ts'

describe.skipIf(!isBuilt || process.platform === 'win32')('a worker that is gone', () => {
  let server: DatabaseServer
  beforeAll(async () => {
    server = await databaseServer()
  })
  afterAll(() => server.close())

  it('loses nothing when it was killed, and doubles nothing when it only stood still', async () => {
    const sites = await outlets(4, 2)
    const cwd = await temporaryDirectory()
    await writeFile(join(cwd, 'feeds.json'), sites.list())
    const alone = await kaynak(['run', '--now', NOW, '--output', 'alone', '--quiet'], { cwd })
    expect(alone.exit).toBe(0)
    const state = await server.fresh()
    sites.hold()
    const frozen = worker(cwd, state, ['--concurrency', '2'])
    await sites.count(8 + 2)
    const killed = worker(cwd, state, ['--concurrency', '2'])
    await sites.count(8 + 6)
    frozen.kill('SIGSTOP')
    killed.kill('SIGKILL')
    sites.release()
    const third = worker(cwd, state)
    await third.line('fleet.published')
    frozen.kill('SIGCONT') // stores what it had read: all of it was overtaken
    await frozen.line('fleet.office-lost').catch(() => undefined)
    frozen.kill('SIGTERM')
    third.kill('SIGTERM')
    await Promise.all([frozen.ended, killed.ended, third.ended])
    await sites.close()
    expect(await contentOf(join(cwd, 'fleet'))).toEqual(await contentOf(join(cwd, 'alone')))
    const again = await kaynak(['run', '--now', NOW, '--output', 'fleet', '--quiet', '--state', state], { cwd })
    expect(again.exit).toBe(0)
    expect(await contentOf(join(cwd, 'fleet'))).toEqual(await contentOf(join(cwd, 'alone')))
  }, 60_000)
})
