import type { Edit, Node } from 'jsonc-parser'
import { beginsLine, layoutOf, lineStart, tailOf } from './layout.ts'

/** The edits that put more children behind the last of a list or object. A comma behind the last one stays the custom. */
export function appended(text: string, container: Node, written: readonly string[]): readonly Edit[] {
  const last = container.children?.at(-1)
  const { eol, indent, outer } = layoutOf(text, container)
  if (last === undefined) {
    const bracket = container.offset + container.length - 1
    const from = text.slice(0, bracket).trimEnd().length
    const content = `${written.map((one) => `${eol}${indent}${one}`).join(',')}${eol}${outer}`
    return [{ offset: from, length: bracket - from, content }]
  }
  const { comma, end, isLineOver } = tailOf(text, last)
  const isLines = beginsLine(text, last)
  const content = written.map((one) => `${isLines ? `${eol}${indent}` : ' '}${one}`).join(',')
  const behind = last.offset + last.length
  const behindComma = comma === undefined ? behind : comma + 1
  const offset = isLines && isLineOver && end > behindComma ? end : behindComma
  if (comma !== undefined) return [{ offset, length: 0, content: `${content},` }]
  if (offset === behind) return [{ offset, length: 0, content: `,${content}` }]
  return [
    { offset: behind, length: 0, content: ',' },
    { offset, length: 0, content },
  ]
}

/**
 * The edits that take a child out: with its line, when it has lines of its own, and with the remark behind it. Where the last one goes
 * and had no comma, the one before it keeps none either.
 */
export function removed(text: string, container: Node, at: number): readonly Edit[] {
  const children = container.children ?? []
  const node = children[at]
  if (node === undefined) return []
  const { comma, end, isLineOver } = tailOf(text, node)
  const previous = children[at - 1]
  const needless = comma === undefined && previous !== undefined ? tailOf(text, previous).comma : undefined
  const hasLines = beginsLine(text, node) && isLineOver && /^[ \t]*(\r?\n|$)/.test(text.slice(end))
  const from = hasLines ? lineStart(text, node.offset) : node.offset
  const to = hasLines ? behindLineBreak(text, end) : end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0)
  if (needless !== undefined && !hasLines && text.slice(needless + 1, from).trim() === '')
    return [{ offset: needless, length: end - needless, content: '' }]
  const edits = [{ offset: from, length: to - from, content: '' }]
  const further = needless ?? comma // a comma may stand on another line
  if (further !== undefined && (further < from || further >= to)) edits.push({ offset: further, length: 1, content: '' })
  return edits
}

function behindLineBreak(text: string, offset: number): number {
  const next = text.indexOf('\n', offset)
  return next < 0 ? text.length : next + 1
}
