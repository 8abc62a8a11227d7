import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser'

/** A JSON text with comments, read: its value and its tree, or what is wrong with it and where. */
export type JsonText = {
  readonly value: unknown
  readonly root: Node | undefined
  readonly faults: readonly { readonly offset: number; readonly words: string }[]
}

/** Reads JSON with `//` and `/* *\/` comments and trailing commas; a key that stands twice is a fault, since one of the two would be lost. */
export function readJsonText(text: string): JsonText {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false })
  const faults = errors.slice(0, 1).map((error) => ({ offset: error.offset, words: faultWords(error.error) })) // the others follow from it
  if (root !== undefined) faults.push(...doubledKeys(root))
  return { value: root === undefined ? undefined : plainValue(root), root, faults }
}

function faultWords(code: ParseErrorCode): string {
  const words = printParseErrorCode(code)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
  return `not valid JSON: ${words.replace(/^invalid symbol$/, 'unexpected symbol')}`
}

/** The value of a node. `Object.fromEntries` defines keys and sets none, so a key named `__proto__` is a key like any other. */
export function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue)
  if (node.type !== 'object') return node.value
  const pairs: [string, unknown][] = []
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? []
    if (key !== undefined && value !== undefined) pairs.push([String(key.value), plainValue(value)])
  }
  return Object.fromEntries(pairs)
}

function doubledKeys(root: Node): { offset: number; words: string }[] {
  const found: { offset: number; words: string }[] = []
  const open: Node[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const keys = new Set<unknown>()
    for (const child of node.children ?? []) {
      const key = node.type === 'object' ? child.children?.[0] : undefined
      if (key !== undefined && keys.has(key.value))
        found.push({ offset: key.offset, words: `the key "${key.value}" stands here a second time` })
      if (key !== undefined) keys.add(key.value)
      open.push(child)
    }
  }
  return found
}
