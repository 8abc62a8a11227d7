import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bashCompletion } from '../../../src/cli/completion/bash.ts'
import { fishCompletion } from '../../../src/cli/completion/fish.ts'
import { zshCompletion } from '../../../src/cli/completion/zsh.ts'
import { ownCommands } from '../../helpers/own-commands.ts'
import { tool } from '../../helpers/tool.ts'

const nodes = ownCommands()
const bash = tool('bash')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-completion-'))
  writeFileSync(join(folder, 'feeds.json'), '{\n  "sources": [\n    { "id": "north-post" },\n    { "id":"south" }\n  ]\n}')
  writeFileSync(join(folder, 'my list.opml'), '')
  writeFileSync(join(folder, 'script.bash'), bashCompletion(nodes))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What bash proposes after these words; the last one is being typed. */
function proposed(...words: readonly string[]): readonly string[] {
  const script = `set -u; source script.bash; source script.bash; COMP_WORDS=(kaynak "$@"); COMP_CWORD=$#; _kaynak; printf '%s\\n' \${COMPREPLY[@]+"\${COMPREPLY[@]}"}`
  const { stdout, stderr } = bash.run(['-c', script, 'bash', ...words], { cwd: folder })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((line) => line !== '')
}

describe.skipIf(!bash.isInstalled)('the completion of bash (needs bash)', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [['exp'], ['explain', 'export']],
    [
      ['sources', ''],
      ['list', 'add', 'remove', 'enable', 'disable', 'check', 'import', 'export'],
    ],
    [['sources', 'd'], ['disable']],
    [
      ['sources', 'remove', ''],
      ['north-post', 'south'],
    ],
    [['sources', 'check', 'north-post', 's'], ['south']],
    [['run', '--only', 'n'], ['north-post']],
    [['run', '--on'], ['--only']],
    [['run', '--config', 'my'], ['my list.opml']],
    [['run', '--config', '=', 'fe'], ['feeds.json']],
    [['sources', 'import', 'my'], ['my list.opml']],
    [
      ['sources', 'add', '--ownership', 'p'],
      ['public', 'party'],
    ],
    [
      ['sources', 'add', 'x', '--kind', '='],
      ['feed', 'listing', 'sitemap'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['run', '--now', ''], []],
    [['nonsense', ''], expect.arrayContaining(['run', 'watch'])],
  ])('after %j is %j', (words, wanted) => {
    expect(proposed(...words)).toEqual(wanted)
  })
  it('never runs what was typed', () => {
    proposed('run', '--only', '$(touch ran)')
    proposed('$(touch ran)', '`touch ran`')
    expect(proposed('sources', 'import', '')).not.toContain('ran')
  })
})

describe.each([
  ['zsh', zshCompletion(nodes)],
  ['fish', fishCompletion(nodes)],
])('the completion of %s', (shell, script) => {
  it('names every command and every option', () => {
    for (const { path, flags } of nodes) {
      for (const word of path) expect(script).toContain(word)
      for (const { names } of flags)
        for (const name of names) expect(script).toContain(shell === 'fish' ? name.replace(/^--?/, '') : name)
    }
  })
  it.skipIf(!tool(shell).isInstalled)('is read without a complaint (needs the shell)', () => {
    const file = join(folder, `script.${shell}`)
    writeFileSync(file, script)
    expect(tool(shell).run(['-n', file])).toMatchObject({ status: 0, stderr: '' })
  })
})
