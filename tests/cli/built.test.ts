import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBuilt, MAIN } from '../helpers/program.ts'

describe.skipIf(!isBuilt)('the built program', () => {
  it('imports no file that is not there (tsc 6.0 forgets to rewrite import() in a block with `using`)', async () => {
    const entries = await readdir(dirname(MAIN), { recursive: true, withFileTypes: true })
    const files = entries.filter(({ name }) => name.endsWith('.js')).map(({ parentPath, name }) => join(parentPath, name))
    const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })))
    const wrong = texts.filter(({ text }) => /(?:\bimport\(|\bfrom )['"]\.[^'"]*\.ts['"]/.test(text))
    expect(wrong.map(({ file }) => file)).toEqual([])
  })
})
