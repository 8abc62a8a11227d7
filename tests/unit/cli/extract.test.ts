import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { extractCommand } from '../../../src/cli/extract.ts'
import { program } from '../../../src/cli/program.ts'
import { newsPage, REPORT } from '../../helpers/news-page.ts'

async function answers(
  lines: readonly object[],
): Promise<{ readonly exit: number | undefined; readonly answers: readonly unknown[] }> {
  const stdout = new PassThrough()
  const input = lines.map((line) => `${JSON.stringify(line)}\n`)
  const io = { argv: [], env: {}, stdin: Readable.from(input), stdout, stderr: new PassThrough(), cwd: () => '/' }
  let exit: number | undefined
  await program(io, [extractCommand], (code) => {
    exit = code
  }).parseAsync(['node', 'kaynak', 'extract'])
  const written = String(stdout.read() ?? '')
  return {
    exit,
    answers: written
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line)),
  }
}

describe('kaynak extract', () => {
  it('answers a page with its article: names as texts, dates in ISO 8601, nothing that is absent', async () => {
    const head =
      '<meta name="author" content="Mira Halabi"><meta property="article:published_time" content="2026-05-12T08:30:00+03:00">'
    const page = { id: 7, url: 'https://times.example.org/gates', html: newsPage({ head }) }
    const { exit, answers: given } = await answers([page])
    expect(exit).toBe(0)
    expect(given).toEqual([
      {
        id: 7,
        kind: 'article',
        title: 'Council opens the gates early',
        text: REPORT.join('\n'),
        html: REPORT.map((line) => `<p>${line}</p>`).join('\n'),
        authors: ['Mira Halabi'],
        published: '2026-05-12T05:30:00.000Z',
        language: 'en',
        siteName: 'Example Times',
        truncated: false,
      },
    ])
  })

  it('answers a line without a page with an error, and goes on', async () => {
    const { exit, answers: given } = await answers([{ id: 1 }, { id: 2, html: newsPage() }])
    expect(exit).toBe(1)
    expect(given).toEqual([
      { id: 1, error: { code: 'no-html', message: expect.any(String) } },
      expect.objectContaining({ id: 2, kind: 'article' }),
    ])
  })

  it('shows rights where a page limits them', async () => {
    const { answers: given } = await answers([{ id: 1, html: newsPage({ head: '<meta name="robots" content="nosnippet">' }) }])
    expect(given).toEqual([expect.objectContaining({ rights: { reserved: false, noExcerpt: true } })])
  })
})
