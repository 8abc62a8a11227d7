import type { Block } from './block.ts'

/** The blocks as plain text, one paragraph a line; the cells of a table's row share a line. */
export function articleText(blocks: readonly Block[]): string {
  const lines: string[] = []
  let row: unknown
  for (const block of blocks) {
    const own = block.tag === 'td' || block.tag === 'th' ? block.element.parent : undefined
    if (own !== undefined && own === row) lines.push(`${lines.pop() ?? ''} ${block.text}`)
    else lines.push(block.text)
    row = own
  }
  return lines.join('\n')
}
