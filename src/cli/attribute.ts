import { Command } from 'commander'
import { present } from '../model/index.ts'
import type { CommandFile } from './program.ts'

/** `kaynak attribute`: JSON Lines of texts, pages and feed items in, the credit of each out (design: JSON Lines). */
export const attributeCommand: CommandFile = (io, end) =>
  new Command('attribute')
    .description('tell who made a text: what is known of items as JSON Lines in, their credits out')
    .action(async () => {
      const [{ attribute }, { jsonLines }, { idOf, textField, textList }] = await Promise.all([
        import('../attribute/index.ts'),
        import('./json-lines.ts'),
        import('./json-fields.ts'),
      ])
      end(
        await jsonLines(io, (input) => {
          const text = (name: string): string | undefined => textField(input, name)
          const { title, credit, sourceUrl } = attribute(
            present({
              title: text('title'),
              lead: text('lead'),
              tail: text('tail'),
              url: text('url'),
              head: text('head'),
              html: text('html'),
              xml: text('xml'),
              authors: 'authors' in input ? textList(input, 'authors') : undefined,
              canonical: text('canonical'),
              language: text('lang') ?? text('language'),
            }),
          )
          const source = credit.source === undefined ? undefined : present({ name: credit.source.name, url: sourceUrl })
          return { ...idOf(input), ...present({ title, ...credit, source }) }
        }),
      )
    })
