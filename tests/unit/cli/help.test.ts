import { describe, expect, it } from 'vitest'
import { EXAMPLES, EXIT_CODES } from '../../../src/cli/examples.ts'
import { EXIT } from '../../../src/cli/io.ts'
import { manPage } from '../../../src/cli/man-page.ts'
import { ownCommands } from '../../helpers/own-commands.ts'
import { tool } from '../../helpers/tool.ts'

const nodes = ownCommands()
const paths = nodes.map(({ path }) => path.join(' ')).filter((path) => path !== '')

describe('the examples of --help', () => {
  it('are there for every command, and for no other', () => {
    expect(Object.keys(EXAMPLES).toSorted()).toEqual(paths.toSorted())
  })
  it.each(Object.entries(EXAMPLES).flatMap(([path, examples]) => examples.map(({ line }) => [path, line] as const)))(
    'of %s name commands and options that exist: %s',
    (path, line) => {
      const own = /(?:^|\| )(kaynak .*?)(?: [|<>] |$)/.exec(line)?.[1] ?? ''
      expect(own).toMatch(new RegExp(`^kaynak ${path}( |$)|^kaynak ${path.split(' ')[0]} `))
      const node = nodes.findLast((one) => `${own} `.startsWith(`kaynak ${one.path.join(' ')} `))
      const known = node?.flags.flatMap(({ names }) => names) ?? []
      for (const flag of own.match(/(?<= )--?[a-z][a-z-]*/g) ?? []) expect(known).toContain(flag)
    },
  )
  it('tell every exit code', () => {
    expect(EXIT_CODES.map(([code]) => code)).toEqual(Object.values(EXIT))
  })
})

describe('man/kaynak.1', () => {
  it('is what the commands say now (npx vitest run tests/unit/cli/help.test.ts -u writes it)', async () => {
    await expect(manPage(nodes)).toMatchFileSnapshot('../../../man/kaynak.1')
  })
  const groff = tool('groff')
  it.skipIf(!groff.isInstalled)('is read by groff without a complaint, and names every command (needs groff)', () => {
    const { stdout, stderr } = groff.run(['-man', '-Tascii', '-P-c', '-ww'], { input: manPage(nodes) })
    expect(stderr).toBe('')
    const plain = stdout.replace(/.\u0008/g, '')
    for (const path of paths) expect(plain).toContain(`kaynak ${path}`)
    expect(plain).toContain('--failing-since duration')
    expect(plain).toContain(`echo '{"id":1,"title":"Rain in Damascus"}' | kaynak match`)
  })
})
