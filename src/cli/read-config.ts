import type { ConfigReading } from '../config/index.ts'
import { checkSelector } from '../parse/index.ts'
import type { Io } from './io.ts'
import { configReading } from './load-config.ts'

/** Reads a text of feeds.json as the program would read it from its file. */
export function readConfig(text: string, file: string, io: Pick<Io, 'env'>): ConfigReading {
  return configReading(text, { file, io, selector: checkSelector })
}
