import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBuilt, MAIN } from '../helpers/program.ts'

/** `import … from './x.js'` and `export … from` at the start of a line, `import("./x.js")` anywhere. */
const IMPORTS = /(?:^(?:import|export)\b[^'"\n]*|\bimport\()['"](\.[^'"\n]*)['"]/gm

describe.skipIf(!isBuilt)('the built program', () => {
  it('imports only files that are there', async () => {
    const entries = await readdir(dirname(MAIN), { recursive: true, withFileTypes: true })
    const missing: string[] = []
    let count = 0
    for (const { parentPath, name } of entries.filter((entry) => entry.name.endsWith('.js'))) {
      const text = (await readFile(join(parentPath, name), 'utf8')).replace(/^\s*\*.*$/gm, '') // without the comments of libraries
      for (const [, wanted = ''] of text.matchAll(IMPORTS)) {
        count += 1
        if (!existsSync(join(parentPath, wanted))) missing.push(`${name} wants ${wanted}`)
      }
    }
    expect(missing).toEqual([])
    expect(count).toBeGreaterThan(50)
  })

  it('loads nothing before it has looked at the version of Node', async () => {
    expect(await readFile(MAIN, 'utf8')).not.toMatch(/^import\b/m)
  })
})
