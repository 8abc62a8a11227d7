import { describe, expect, it } from 'vitest'
import { pageFields, xmlFields } from '../../../src/text/index.ts'

describe('pageFields', () => {
  it('reads meta, links, title and JSON-LD, however they are written', () => {
    const page = pageFields(`<TITLE> A
      page </TITLE><meta NAME=Author content="Jane &amp; Max"><link rel="canonical nofollow" href=/a>
      <script type="application/ld+json"><!-- {"@graph":[{"@type":"Article","author":{"name":"Jane"}}]} --></script>`)
    expect(page.title).toBe('A page')
    expect(page.meta.get('author')).toEqual(['Jane & Max'])
    expect(page.links.get('canonical')).toEqual(['/a'])
    expect(page.jsonLd).toContainEqual({ name: 'Jane' })
  })

  it('forgives line breaks inside JSON strings, and reads broken JSON as nothing', () => {
    const script = (json: string): string => `<script type="application/ld+json">${json}</script>`
    expect(pageFields(script('{"headline":"one\ntwo"}')).jsonLd).toEqual([{ headline: 'one two' }])
    expect(pageFields(script('{"headline":')).jsonLd).toEqual([])
  })
})

describe('xmlFields', () => {
  it('gives elements with their path, attributes and text', () => {
    const fields = xmlFields(
      '<item><source url="https://x.example/rss">A &amp; B</source><author><name><![CDATA[Jane]]></name></author></item>',
    )
    expect(fields).toContainEqual({ name: 'source', attributes: { url: 'https://x.example/rss' }, text: 'A & B', path: ['item'] })
    expect(fields).toContainEqual({ name: 'name', attributes: {}, text: 'Jane', path: ['item', 'author'] })
  })

  it('keeps what it read when the nesting turns absurd', () => {
    expect(() => xmlFields('<a>'.repeat(100_000))).not.toThrow()
    expect(xmlFields(`<item><title>A</title>${'<a>'.repeat(100_000)}`).some((field) => field.name === 'title')).toBe(true)
  })
})
