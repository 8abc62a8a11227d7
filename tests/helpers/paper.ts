import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { main } from '../../src/cli/index.ts'

export type Said = { readonly exit: number; readonly stdout: string; readonly stderr: string }

/** A newsroom in a folder of its own, worked by the commands as a person gives them, but in this process. */
export type Paper = {
  readonly folder: string
  readonly output: string
  /** the file of the state, unless another is named */
  readonly state: string
  /** runs one command at a moment, `run` for instance; with the state of the room unless the words name another */
  readonly kaynak: (at: string, ...words: readonly string[]) => Promise<Said>
  /** another content of feeds.json */
  readonly configure: (text: object) => void
  /** every published document, path -> text; not what tells of the program's own health, and not its own notes */
  readonly published: () => ReadonlyMap<string, string>
  readonly close: () => void
}

/** @param text the content of a feeds.json; @param allowPrivate HOST:PORT of the test's own servers; @param state another one than the file */
export function paper(text: object, allowPrivate: readonly string[], state?: string): Paper {
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-paper-'))
  const output = join(folder, 'output')
  const file = join(folder, '.kaynak', 'kaynak.db')
  mkdirSync(output)

  function configure(more: object): void {
    const whole = { title: 'Test', fetch: { perHost: 8, gapMs: 0, allowPrivate }, ...more }
    writeFileSync(join(folder, 'feeds.json'), JSON.stringify(whole))
  }
  configure(text)

  return {
    folder,
    output,
    state: file,
    configure,
    async kaynak(at, ...words) {
      const said = { stdout: '', stderr: '' }
      const sink = (name: keyof typeof said) =>
        new Writable({
          write(chunk, _encoding, done) {
            said[name] += String(chunk)
            done()
          },
        })
      const where = words.includes('--state') ? [] : ['--state', state ?? file]
      const argv = ['node', 'kaynak', ...words, '--now', at, ...where]
      const stdin = new PassThrough()
      stdin.end()
      const exit = await main({ argv, env: {}, stdin, stdout: sink('stdout'), stderr: sink('stderr'), cwd: () => folder })
      return { exit, ...said }
    },
    published() {
      const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      const paths = files.map(({ parentPath, name }) => relative(output, join(parentPath, name)))
      return new Map(paths.filter((path) => !OWN.test(path)).map((path) => [path, readFileSync(join(output, path), 'utf8')]))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const OWN = /^(\.kaynak|status\.|sources\.)/
