import { present } from '../../model/index.ts'
import { opml } from '../../publish/index.ts'
import { EXIT, type Exit, type Io } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import type { CommonOptions } from '../options.ts'

/** `kaynak sources export`: the feeds that are watched, as OPML 2.0 on stdout, for any feed reader. */
export async function exportSources(options: CommonOptions, io: Io): Promise<Exit> {
  const { config } = await loadConfig(options.config, io)
  const { title, language, publisher, hubs, topic, sources } = config
  const left = sources.filter(({ enabled, kind }) => enabled && kind !== 'feed')
  io.stdout.write(
    opml(
      present({ title, language, publisher, hubs, topic }),
      sources.map((source) => ({ source })),
    ),
  )
  if (left.length > 0 && !options.quiet)
    io.stderr.write(`kaynak: left out, being no feeds: ${left.map(({ id, kind }) => `${id} (${kind})`).join(', ')}\n`)
  return EXIT.ok
}
