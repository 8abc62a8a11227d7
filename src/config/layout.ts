import type { Node } from 'jsonc-parser'

/** What stands behind a value: its comma, and where what belongs to it ends. */
export type Tail = {
  /** offset of the comma, on whatever line */
  readonly comma?: number
  /** behind what stands on the value's own line: its comma and, where nothing else follows there, the remarks */
  readonly end: number
  /** whether the line ends there */
  readonly isLineOver: boolean
}

/** How the children of a list or object are laid out. */
export type Layout = {
  readonly eol: string
  /** of the container's own line */
  readonly outer: string
  /** of its children */
  readonly indent: string
  /** an object written as a child of the container: as its last child is, on one line or on several */
  readonly entry: (value: Readonly<Record<string, unknown>>) => string
}

/** Reads the layout of a list or object off the text; two spaces where nothing shows it. */
export function layoutOf(text: string, container: Node): Layout {
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  const outer = indentAt(text, container.offset)
  const last = container.children?.at(-1)
  const indent =
    last !== undefined && beginsLine(text, last) ? indentAt(text, last.offset) : outer + (outer === '' ? '  ' : outer)
  const first = last?.children?.[0]
  const inner =
    first !== undefined && beginsLine(text, first) ? indentAt(text, first.offset) : `${indent}${unitOf(indent, outer)}`
  const isOneLine = last !== undefined && !text.slice(last.offset, last.offset + last.length).includes('\n')
  return {
    eol,
    outer,
    indent,
    entry(value) {
      const pairs = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`)
      return isOneLine
        ? `{ ${pairs.join(', ')} }`
        : `{${eol}${pairs.map((pair) => `${inner}${pair}`).join(`,${eol}`)}${eol}${indent}}`
    },
  }
}

/** Whether a node is the first thing on its line. */
export function beginsLine(text: string, { offset }: Node): boolean {
  return /(^|\n)[ \t]*$/.test(text.slice(lineStart(text, offset), offset))
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** What stands behind a node, up to the next value or bracket. */
export function tailOf(text: string, { offset, length }: Node): Tail {
  const trivia = /(?<space>[ \t]+)|(?<line>\r?\n)|,|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//y
  trivia.lastIndex = offset + length
  let comma: number | undefined
  let end = offset + length
  let remarksEnd = end
  let isLineOver = false
  for (let found = trivia.exec(text); found !== null; found = trivia.exec(text)) {
    const { line, space } = found.groups ?? {}
    if (found[0] === ',') {
      if (comma !== undefined) break
      comma = found.index
      if (!isLineOver) end = remarksEnd = comma + 1
    } else if (line !== undefined) isLineOver = true
    else if (space === undefined && !isLineOver) {
      isLineOver = found[0].includes('\n') // a remark of several lines belongs to what comes
      if (!isLineOver) remarksEnd = trivia.lastIndex
    }
    if (trivia.lastIndex === text.length) break
  }
  return { ...(comma === undefined ? {} : { comma }), end: isLineOver ? remarksEnd : end, isLineOver }
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? ''
}

function unitOf(indent: string, outer: string): string {
  return indent.startsWith(outer) && indent.length > outer.length ? indent.slice(outer.length) : '  '
}

/** A value as JSON on one line: lists and objects inside an entry (selectors) are short. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`)
    .join(', ')} }`
}
