import { Command, Option } from 'commander'
import type { Exit, Io } from './io.ts'
import { type CommonOptions, flag, withCommonOptions } from './options.ts'
import type { CommandFile } from './program.ts'
import type { AddOptions } from './sources/add.ts'
import type { CheckOptions } from './sources/check.ts'
import type { ImportOptions } from './sources/import.ts'

/** `kaynak sources …`: what is watched. Every change lands in feeds.json, which stays as its owner wrote it otherwise. */
export const sourcesCommand: CommandFile = (io, end) => {
  const sources = new Command('sources').description('list, try and change what is watched')
  const under = (name: string): Command => {
    const command = withCommonOptions(new Command(name), io)
    sources.addCommand(command)
    return command
  }
  under('list')
    .description('what is watched')
    .action(async (options: CommonOptions) => end(await (await import('./sources/list.ts')).list(options, io)))
  addOptions(under('add'), io).action(async (address: string, options: AddOptions) =>
    end(await (await import('./sources/add.ts')).add(address, options, io)),
  )
  changes(under, io, end)
  under('check')
    .description('try sources now, side by side, and say how each is; stores nothing')
    .argument('[id...]', 'only these, switched on or not')
    .addOption(flag('--strict', 'exit 3 when any of them cannot be read', io.env['KAYNAK_STRICT']))
    .action(async (ids: readonly string[], options: CheckOptions) =>
      end(await (await import('./sources/check.ts')).check(ids, options, io)),
    )
  under('import')
    .description('add the feeds of an OPML file, as other feed readers export it')
    .argument('<file>', 'the file; - for stdin')
    .option('--disabled', 'add them switched off', false)
    .addOption(flag('--dry-run', 'say what would be added, and write nothing', io.env['KAYNAK_DRY_RUN']))
    .action(async (file: string, options: ImportOptions) =>
      end(await (await import('./sources/import.ts')).importSources(file, options, io)),
    )
  under('export')
    .description('print the feeds that are watched as OPML, for any feed reader')
    .action(async (options: CommonOptions) => end(await (await import('./sources/export.ts')).exportSources(options, io)))
  return sources
}

const CHANGES = [
  ['remove', 'watch a source no more: its entry leaves feeds.json'],
  ['enable', 'switch a source on again'],
  ['disable', 'switch a source off and keep its entry'],
] as const

function changes(under: (name: string) => Command, io: Io, end: (exit: Exit) => void): void {
  for (const [what, description] of CHANGES)
    under(what)
      .description(description)
      .argument('<id>', 'the id of the source')
      .action(async (id: string, options: CommonOptions) =>
        end(await (await import('./sources/change.ts')).change(what, id, { options, io })),
      )
}

function addOptions(command: Command, io: Io): Command {
  return command
    .description("find a site's feed, show what it would bring now, and add it to feeds.json")
    .argument('<address>', 'of a site, a page or a feed')
    .option('--id <id>', 'name in files and reports; made of the name otherwise')
    .option('--name <text>', 'the outlet, as readers see it')
    .option('--home-page <url>', 'the page for people')
    .option('--language <tag>', 'such as en, ar, tr')
    .option('--country <code>', 'two letters, or INT')
    .addOption(new Option('--ownership <kind>', 'whose voice it is').choices(OWNERSHIP))
    .addOption(new Option('--kind <kind>', 'what the address is').choices(['feed', 'listing', 'sitemap']))
    .option('--select <key=css...>', 'selectors of a listing: item, link, title, date, summary')
    .addOption(new Option('--republish <how>', 'how much is republished').choices(['link', 'excerpt', 'full']))
    .option('--excerpt-words <number>', 'length of an excerpt')
    .addOption(new Option('--article <when>', "when an article's page is read").choices(['always', 'when-needed', 'never']))
    .option('--every <duration>', 'shortest time between two readings, such as 30m, 1h, 2d')
    .addOption(new Option('--relevance <which>', 'topic: what is about it; all: everything').choices(['topic', 'all']))
    .option('-y, --yes', 'ask nothing and write the entry', false)
    .addOption(flag('--dry-run', 'show it and write nothing', io.env['KAYNAK_DRY_RUN']))
}

const OWNERSHIP = ['state', 'public', 'independent', 'party', 'un', 'ngo', 'think-tank']
