import type { Element } from 'domhandler'
import { sanitizeHtml } from '../text/index.ts'
import type { Block, Run } from './block.ts'

/** The blocks as sanitised HTML with absolute links: paragraphs, headings, lists, quotations, tables; no pictures. */
export function articleHtml(blocks: readonly Block[], base: string): string {
  const parts: string[] = []
  let open: Group | undefined
  for (const block of blocks) {
    const group = groupOf(block)
    if (open !== undefined && (group === undefined || group.holder !== open.holder)) {
      parts.push(closing(open))
      open = undefined
    }
    if (group !== undefined && open === undefined) parts.push(`<${group.tag}>`)
    if (group?.row !== undefined && group.row !== open?.row) parts.push(open?.row === undefined ? '<tr>' : '</tr><tr>')
    open = group
    const tag = INNER.has(block.tag) ? block.tag : 'p'
    parts.push(`<${tag}>${inner(block)}</${tag}>`)
  }
  if (open !== undefined) parts.push(closing(open))
  return sanitizeHtml(parts.join('\n'), base)
}

const INNER: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'dt', 'dd', 'pre'])

/** What several blocks stand in together. */
type Group = { readonly tag: string; readonly holder: Element; readonly row?: Element }

function groupOf(block: Block): Group | undefined {
  const { tag, element } = block
  if (tag === 'li') return group(element, ['ul', 'ol'], 'ul')
  if (tag === 'dt' || tag === 'dd') return group(element, ['dl'], 'dl')
  if (tag === 'blockquote') return group(element, ['blockquote'], 'blockquote')
  if (tag !== 'td' && tag !== 'th') return undefined
  const row = enclosing(element, ['tr'])
  const table = enclosing(element, ['table'])
  return row === undefined || table === undefined ? undefined : { tag: 'table', holder: table, row }
}

function group(element: Element, names: readonly string[], otherwise: string): Group {
  const holder = enclosing(element, names)
  return { tag: holder?.name ?? otherwise, holder: holder ?? element }
}

function enclosing(element: Element, names: readonly string[]): Element | undefined {
  let at: Element | undefined = element
  while (at !== undefined && !names.includes(at.name)) at = at.parent?.type === 'tag' ? at.parent : undefined
  return at
}

function closing(open: Group): string {
  return `${open.row === undefined ? '' : '</tr>'}</${open.tag}>`
}

function inner(block: Block): string {
  return block.runs.map(runHtml).join('')
}

function runHtml(run: Run): string {
  const text = escaped(run.text)
  const marked = run.mark === undefined ? text : `<${run.mark}>${text}</${run.mark}>`
  return run.href === undefined ? marked : `<a href="${escaped(run.href)}">${marked}</a>`
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES.get(character) ?? character)
}
