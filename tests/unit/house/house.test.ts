import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const SRC = new URL('../../../src/', import.meta.url)
const LONGEST = 250
const MEDIAN = 80

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(name, SRC), 'utf8') }))
const lines = files.map(({ name, text }) => ({ name, length: text.split('\n').length - 1 }))

// Who imports whom is dependency-cruiser's to say; these are the rules that it does not know.
describe('the house', () => {
  it(`has no file above ${LONGEST} lines`, () => {
    expect(lines.filter(({ length }) => length > LONGEST)).toEqual([])
  })

  it(`has files with a median of at most ${MEDIAN} lines`, () => {
    const sorted = lines.map(({ length }) => length).sort((a, b) => a - b)
    expect(sorted[sorted.length >> 1]).toBeLessThanOrEqual(MEDIAN)
  })

  it('has doors that name what they let out', () => {
    expect(files.filter(({ text }) => /^export \*/m.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('asserts no types but constants', () => {
    expect(files.flatMap(({ name, text }) => assertedTypes(name, text))).toEqual([])
  })
})

/** Every `x as T` and `<T>x` of a file but `as const`, with its line. */
function assertedTypes(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest)
  const found: string[] = []
  function visit(node: ts.Node): void {
    if ((ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && !ts.isConstTypeReference(node.type)) {
      found.push(
        `${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: ${node.getText(file).slice(0, 80)}`,
      )
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
