import { Command } from 'commander'
import { idOf, textField } from './json-fields.ts'
import { jsonLines, LineProblem } from './json-lines.ts'
import type { CommandFile } from './program.ts'

/** `kaynak extract`: pages in as JSON lines, the articles on them out. Rights are shown where a page limits them. */
export const extractCommand: CommandFile = (io, end) =>
  new Command('extract').description('find the article on a page: JSON lines {id,url,html} in, articles out').action(async () => {
    const { extractArticle } = await import('../extract/index.ts')
    const exit = await jsonLines(io, (input) => {
      const html = textField(input, 'html')
      if (html === undefined) throw new LineProblem('no-html', 'expected a text in "html"')
      const { rights, rsl, raw, authors, image, snippet, ...article } = extractArticle({
        url: textField(input, 'url') ?? '',
        html,
      })
      return {
        ...idOf(input),
        ...article,
        authors: authors.flatMap((author) => (author.name === undefined ? [] : [author.name])),
        ...(image === undefined ? {} : { image: image.url }),
        ...(image?.credit === undefined ? {} : { imageCredit: [image.credit] }),
        ...(rights.reserved || rights.noExcerpt || rights.maxExcerptChars !== undefined ? { rights } : {}),
      }
    })
    end(exit)
  })
