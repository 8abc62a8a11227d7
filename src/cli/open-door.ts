import { resolve } from 'node:path'
import { KaynakError, type Log, present } from '../model/index.ts'
import type { Console, Metric, Serving } from '../serve/index.ts'
import type { Io } from './io.ts'
import { newsroomLook } from './newsroom-look.ts'
import type { CommonOptions } from './options.ts'

export type Door = {
  /** as `--listen` says it */
  readonly listen: string
  readonly io: Io
  readonly log: Log
  readonly metrics?: () => readonly Metric[]
  readonly console?: Console
}

/** Starts the server of `kaynak serve` and `kaynak watch --listen`. @throws KaynakError USAGE for an address that is none or is taken */
export async function openDoor(options: CommonOptions, { listen, io, log, metrics, console }: Door): Promise<Serving> {
  const { listenAddress, startServer } = await import('../serve/index.ts')
  const address = listenAddress(listen)
  if (address === undefined)
    throw new KaynakError('USAGE', `--listen: expected HOST:PORT such as 127.0.0.1:8080, got ${JSON.stringify(listen)}`)
  return await startServer({
    folder: resolve(io.cwd(), options.output),
    listen: address,
    clock: { now: () => new Date() },
    log,
    newsroom: newsroomLook(options, { io, log }),
    ...present({ metrics, console }),
  })
}
