import { Command } from 'commander'
import type { CommandFile } from './program.ts'

/** `kaynak cluster`: JSON Lines of items in, the story of each and its relation out; of a window of 72 hours by `published`. */
export const clusterCommand: CommandFile = (io, end) =>
  new Command('cluster')
    .description('tell copies of one text from reports of one event: items as JSON Lines in, their stories out')
    .action(async () => {
      const [{ jsonLines }, { storyWindow }] = await Promise.all([import('./json-lines.ts'), import('./story-window.ts')])
      const place = storyWindow()
      end(await jsonLines(io, place))
    })
