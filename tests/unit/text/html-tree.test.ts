import { load } from 'cheerio/slim'
import type { ParentNode } from 'domhandler'
import { describe, expect, it } from 'vitest'
import { htmlTree } from '../../../src/text/index.ts'

function depthOf(node: ParentNode): number {
  let deepest = 0
  for (const child of node.children) if (child.type === 'tag') deepest = Math.max(deepest, 1 + depthOf(child))
  return deepest
}

describe('htmlTree', () => {
  it('gives a tree that cheerio takes as it is', () => {
    const $ = load(htmlTree('<ul><li>one<li>two &amp; three</ul>').root)
    expect(
      $('li')
        .toArray()
        .map((item) => $(item).text()),
    ).toEqual(['one', 'two & three'])
  })

  it('moves what lies too deep up, without losing its text', () => {
    const { root, cut } = htmlTree(`${'<div>'.repeat(500)}deep${'</div>'.repeat(500)}<p>after</p>`)
    expect(depthOf(root)).toBeLessThanOrEqual(201)
    expect(load(root).root().text()).toBe('deepafter')
    expect(cut).toBe(false)
  })

  it.each([
    ['elements that are never closed', '<div>'.repeat(100_000)],
    ['nodes without end', '<br>'.repeat(300_000)],
  ])('ends the document at %s, and says so', (_, html) => {
    const { root, cut } = htmlTree(html)
    expect(cut).toBe(true)
    expect(depthOf(root)).toBeLessThanOrEqual(201)
  })

  it('gathers many top nodes under one element', () => {
    const { root } = htmlTree('<p>x</p>'.repeat(100))
    expect(root.children).toHaveLength(1)
    expect(load(root)('p')).toHaveLength(100)
  })
})
