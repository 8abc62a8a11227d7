import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseServer, databaseServer } from '../helpers/database-server.ts'
import { NOW } from '../helpers/fleet.ts'
import { outlets } from '../helpers/outlets.ts'
import { isBuilt, kaynak } from '../helpers/program.ts'
import { temporaryDirectory } from '../helpers/temporary-directory.ts'

describe.skipIf(!isBuilt)('a state that moves', () => {
  let server: DatabaseServer
  beforeAll(async () => {
    server = await databaseServer()
  }, 60_000)
  afterAll(() => server.close(), 60_000)

  it('goes from a file into PostgreSQL and back into a file without a byte of difference, and the next pass finds nothing new', async () => {
    const sites = await outlets(3, 2)
    const cwd = await temporaryDirectory()
    await writeFile(join(cwd, 'feeds.json'), sites.list())
    const run = async (...words: readonly string[]) => {
      const ending = await kaynak(words, { cwd })
      expect(ending).toMatchObject({ exit: 0, stderr: '' })
      return ending.stdout
    }
    const database = `${await server.fresh()}?schema=moved`
    await run('run', '--now', NOW, '--quiet')
    await run('export', 'file.jsonl', '--quiet')
    await run('import', 'file.jsonl', '--state', database, '--quiet')
    await run('export', 'database.jsonl', '--state', database, '--quiet')
    await run('import', 'database.jsonl', '--state', 'again.db', '--quiet')
    await run('export', 'again.jsonl', '--state', 'again.db', '--quiet')
    const feed = await readFile(join(cwd, 'output/feed.xml'), 'utf8')
    const pass = await run('run', '--state', database, '--now', NOW, '--force', '--json')
    await sites.close()

    const [file, middle, again] = await Promise.all(
      ['file.jsonl', 'database.jsonl', 'again.jsonl'].map((name) => readFile(join(cwd, name), 'utf8')),
    )
    expect(file?.split('\n').length).toBeGreaterThan(20)
    expect(middle).toBe(file)
    expect(again).toBe(file)
    expect(JSON.parse(pass)).toMatchObject({ pass: { kept: 0 } })
    expect(await readFile(join(cwd, 'output/feed.xml'), 'utf8')).toBe(feed)
  }, 60_000)
})
