import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../src/store/index.ts'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { contentOf, NOW } from '../helpers/fleet.ts'
import { outlets } from '../helpers/outlets.ts'
import { isBuilt, kaynak, start } from '../helpers/program.ts'
import { temporaryDirectory } from '../helpers/temporary-directory.ts'

describe.skipIf(!isBuilt)('kaynak run, when the lock of its state is lost midway', () => {
  let server: DatabaseServer
  beforeAll(async () => {
    server = await databaseServer()
  })
  afterAll(() => server.close())

  const losses: readonly (readonly [string, (state: string) => Promise<unknown>])[] = [
    [
      'with its connection',
      (state) => ask(state, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kaynak lock'"),
    ],
    ['by a restart of the server', () => server.restart()],
    ['to another pass, unnoticed', (state) => ask(state, 'UPDATE kaynak.lock_holder SET number = number + 1')],
  ]
  it.each(losses)(
    '%s, stores and publishes no more',
    async (_how, lose) => {
      const sites = await outlets(3, 2)
      const cwd = await temporaryDirectory()
      await writeFile(join(cwd, 'feeds.json'), sites.list())
      const state = await server.fresh()
      sites.hold()
      const pass = start(['run', '--now', NOW, '--state', state], { cwd })
      await sites.count(6)
      await lose(state)
      sites.release()
      const { exit, stdout, stderr } = await pass.ended
      expect([4, 75]).toContain(exit)
      expect({ stdout, lines: stderr.trim().split('\n').length }).toEqual({ stdout: '', lines: 1 })
      expect(stderr).toMatch(/the lock was lost with its connection|cannot be reached|another pass has taken the lock/)
      expect((await contentOf(join(cwd, 'output'))).get('/feed.xml')).toBeUndefined()
      const { store } = await openPostgresStore(state)
      expect(await store.counts()).toEqual({ items: 0, stories: 0, decisions: 0 })
      await store.close()
      const again = await kaynak(['run', '--now', NOW, '--state', state, '--quiet'], { cwd })
      await sites.close()
      expect(again).toMatchObject({ exit: 0, stderr: '' })
      expect((await contentOf(join(cwd, 'output'))).get('/feed.xml')).toContain('Ferries return')
    },
    40_000,
  )
})

async function ask(state: string, sql: string): Promise<unknown> {
  const client = new Client(state)
  await client.connect()
  const answer = await client.query(sql)
  await client.end()
  return answer
}
