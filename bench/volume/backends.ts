import { readFile } from 'node:fs/promises'
import { Client } from 'pg'

/** What a piece of work cost: by the clock, in this process, and in the processes of the server that worked for one database. */
export type Cost = { readonly wallMs: number; readonly clientMs: number; readonly serverMs: number }

/** Looks from outside at what work over one database costs. */
export type Meter = { readonly cost: (work: () => Promise<unknown>) => Promise<Cost>; readonly close: () => Promise<void> }

/** @param address of the database whose processes count; the server is on this machine, else its part is NaN */
export async function meterOn(address: string): Promise<Meter> {
  const url = new URL(address)
  url.searchParams.delete('schema')
  const client = new Client({ connectionString: url.href, application_name: 'kaynak meter' })
  await client.connect()

  async function spent(): Promise<ReadonlyMap<number, number>> {
    const { rows } = await client.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY pid',
    )
    return new Map(await Promise.all(rows.map(async ({ pid }) => [pid, await nanosecondsOf(pid)] as const)))
  }

  return {
    async cost(work) {
      const before = await spent()
      const cpu = process.cpuUsage()
      const began = performance.now()
      await work()
      const wallMs = performance.now() - began
      const { user, system } = process.cpuUsage(cpu)
      const after = await spent()
      const ns = [...after].reduce((sum, [pid, at]) => sum + at - (before.get(pid) ?? 0), 0)
      return { wallMs, clientMs: (user + system) / 1_000, serverMs: ns / 1e6 }
    },
    close: () => client.end(),
  }
}

/** Time that a process was on a processor: the first field of Linux's schedstat. */
async function nanosecondsOf(pid: number): Promise<number> {
  try {
    return Number((await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ')[0])
  } catch {
    return Number.NaN
  }
}
