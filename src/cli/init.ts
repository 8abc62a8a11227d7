import { mkdir, open } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Command } from 'commander'
import { KaynakError } from '../model/index.ts'
import { fileTrouble } from './file-trouble.ts'
import { EXIT, type Io } from './io.ts'
import type { CommandFile } from './program.ts'

/** `kaynak init`: a feeds.json to start from, with its schema beside it, in a folder that is made if there is none. */
export const initCommand: CommandFile = (io, end) =>
  new Command('init')
    .description('write a feeds.json to start from')
    .option('-c, --config <file>', 'where to write it', io.env['KAYNAK_CONFIG'] ?? 'feeds.json')
    .action(async ({ config }: { readonly config: string }) => {
      await init(config, io)
      end(EXIT.ok)
    })

async function init(file: string, io: Io): Promise<void> {
  const { configJsonSchema } = await import('../config/index.ts')
  const path = resolve(io.cwd(), file)
  await mkdir(dirname(path), { recursive: true }).catch((cause: unknown) => {
    throw new KaynakError('USAGE', `${file}: its folder cannot be made: ${fileTrouble(cause)}`, { cause })
  })
  await writeNew(path, STARTER, file)
  const schema = join(dirname(path), 'feeds.schema.json')
  await writeNew(schema, `${JSON.stringify(configJsonSchema(), undefined, 2)}\n`, 'feeds.schema.json').catch(
    (problem: unknown) => {
      if (!(problem instanceof KaynakError)) throw problem // one that stands there already serves as well
    },
  )
  io.stdout.write(
    `wrote ${file} (and feeds.schema.json for your editor). Put your sources into it, then: kaynak run --config ${file}\n`,
  )
}

/** Writes a file that must not exist yet: nobody's list is ever overwritten. */
async function writeNew(path: string, text: string, shown: string): Promise<void> {
  try {
    await using file = await open(path, 'wx')
    await file.writeFile(text)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EEXIST')
      throw new KaynakError(
        'USAGE',
        `${shown}: exists already and is left as it is (kaynak sources list shows it; --config names another file)`,
        { cause },
      )
    throw new KaynakError('USAGE', `${shown}: cannot be written: ${fileTrouble(cause)}`, { cause })
  }
}

const STARTER = `{
  "$schema": "./feeds.schema.json",
  "title": "Syria in the news",
  "description": "What the outlets below write about Syria, with its source.",
  "language": "en",
  // where output/ will be reachable; the feeds name themselves by it
  // "homePage": "https://news.example.org/syria/",
  "topic": "syria",
  "schedule": "*/30 * * * *",
  "window": { "items": 200, "days": 30 },
  // how much of an item is republished: link, excerpt or full
  "republish": "excerpt",
  "excerptWords": 60,
  "sources": [
    {
      "id": "bbc-middle-east",
      "name": "BBC News",
      "url": "https://feeds.bbci.co.uk/news/world/middle_east/rss.xml",
      "homePage": "https://www.bbc.com/news/world/middle_east",
      "language": "en",
      "country": "GB",
      "ownership": "public"
    },
    {
      "id": "un-news",
      "name": "UN News",
      "url": "https://news.un.org/feed/subscribe/en/news/all/rss.xml",
      "homePage": "https://news.un.org/en/",
      "language": "en",
      "country": "INT",
      "ownership": "un",
      "every": "2h"
    }
  ]
}
`
