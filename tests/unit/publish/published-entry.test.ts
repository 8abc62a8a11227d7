import { describe, expect, it } from 'vitest'
import type { Story } from '../../../src/model/index.ts'
import { type PublishedEntry, publishedEntries } from '../../../src/publish/index.ts'
import { makeItem, makeStory } from '../../helpers/make-item.ts'

function entryOf(story: Story): PublishedEntry {
  const [entry] = publishedEntries([story], 'en')
  if (entry === undefined) throw new Error('a story gave no entry')
  return entry
}

const html = (parts: Parameters<typeof makeItem>[0], copies: Parameters<typeof makeItem>[0][] = []) =>
  entryOf(makeStory(makeItem(parts), copies.map(makeItem))).html

describe('publishedEntries', () => {
  it('opens the body with agency, outlet, authors and the outlet’s own date', () => {
    expect(html({ credit: { agency: ['Northern Wire'], authors: ['Jane Roe'] } })).toMatch(
      /^<div lang="en" dir="ltr"><p>Northern Wire, via Morning Post, by Jane Roe, November 24, 2026 · <bdi lang="en">independent<\/bdi><\/p>/,
    )
  })

  it('ends the body with the source’s address as visible text', () => {
    expect(html({ url: 'https://www.morning-post.example/a?b=1&c=2' })).toMatch(
      /<p dir="ltr">Kaynak\/Source: <a href="https:\/\/www\.morning-post\.example\/a\?b=1&amp;c=2">https:\/\/www\.morning-post\.example\/a\?b=1&amp;c=2<\/a><\/p><\/div>$/,
    )
  })

  it('names the configured source where the credit names no publisher', () => {
    expect(entryOf(makeStory(makeItem({ credit: { publisher: '' } }))).outlet).toBe('Morning Post')
  })

  it('republishes no text under `link`, some under `excerpt`, all of it under `full`', () => {
    const text = Array.from({ length: 40 }, (_, at) => `Sentence ${at} has five words.`).join(' ')
    const parts = { text, html: `<p>${text}</p>`, excerptWords: 20 }
    expect(html({ ...parts, republish: 'link' })).not.toContain('Sentence')
    expect(html({ ...parts, republish: 'excerpt' })).toContain('Sentence 0')
    expect(html({ ...parts, republish: 'excerpt' })).not.toContain('Sentence 20')
    expect(html({ ...parts, republish: 'full' })).toContain(`<p>${text}</p>`)
  })

  it('never passes on most of an article as an excerpt of it', () => {
    const text = Array.from({ length: 20 }, (_, at) => `This is sentence number ${at} of a short article.`).join(' ')
    const { summary } = entryOf(makeStory(makeItem({ text, excerptWords: 150 })))
    expect(summary.split(' ').length).toBeLessThanOrEqual(0.6 * text.split(' ').length)
  })

  it('credits every outlet that carried the text, with a link to each', () => {
    const copies = [
      { id: 2, carrier: { name: 'Evening & Star' }, url: 'https://star.example/2' },
      { id: 3, carrier: { name: '$& Gazette' }, url: 'https://gazette.example/3' },
    ]
    expect(html({}, copies)).toContain(
      '<p>Also reported by <a href="https://star.example/2">Evening &amp; Star</a> and <a href="https://gazette.example/3">$&amp; Gazette</a></p>',
    )
  })

  it('tells two addresses of one outlet apart by their hosts', () => {
    expect(html({}, [{ id: 2, url: 'https://m.morning-post.example/2' }])).toContain('>Morning Post (m.morning-post.example)</a>')
  })

  it.each([
    ['title', 'corrected by the source on November 25, 2026'],
    ['text', 'corrected by the source on November 25, 2026'],
    ['addition', 'updated by the source on November 25, 2026'],
  ] as const)('says that the source changed what had been published: its %s', (part, words) => {
    const revisions = [{ at: new Date('2026-11-25T08:00:00Z'), changed: [part] }]
    expect(html({ revisions })).toContain(`<bdi lang="en">${words}</bdi></p>`)
    expect(entryOf(makeStory(makeItem({ revisions }))).plain).toContain(words)
  })

  it('names the last correction, whatever the source added since, and no date that is no revision', () => {
    const revisions = [
      { at: new Date('2026-11-25T08:00:00Z'), changed: ['title'], title: 'Before' },
      { at: new Date('2026-11-26T08:00:00Z'), changed: ['addition'] },
    ] as const
    expect(html({ revisions })).toContain('corrected by the source on November 25, 2026')
    expect(html({ updated: new Date('2026-11-26T08:00:00Z') })).not.toContain('by the source')
  })

  it.each([
    ['page', 4],
    ['content', 4],
    ['summary', 8],
  ] as const)('shows at most half of the words of an article, not of a short summary: %s', (textFrom, words) => {
    const text = 'One two three four. Five six seven eight.'
    expect(entryOf(makeStory(makeItem({ text, textFrom }))).summary.match(/\w+/g)).toHaveLength(words)
  })

  it('keeps an excerpt within the characters that a page allows', () => {
    const rights = { reserved: false, noExcerpt: false, maxExcerptChars: 20 }
    const { summary } = entryOf(makeStory(makeItem({ text: 'Bread and water. Salt.', rights })))
    expect(summary).toBe('Bread and water.')
  })

  it('carries on that the publisher reserves text and data mining', () => {
    const entry = entryOf(makeStory(makeItem({ rights: { reserved: true, noExcerpt: false } })))
    expect(entry.reservation).toBe('The publisher reserves text and data mining.')
    expect(entry.html).toContain('<p>The publisher reserves text and data mining.</p>')
  })

  it('is set in the direction of the item’s own letters', () => {
    expect(html({ language: 'ar' })).toMatch(/^<div lang="ar" dir="rtl">/)
    expect(html({ language: 'ku-Arab' })).toMatch(/^<div lang="ku-Arab" dir="rtl">/)
    expect(html({ language: 'az-Latn' })).toMatch(/^<div lang="az-Latn" dir="ltr">/)
  })

  it('escapes everything that is not HTML already', () => {
    const body = html({
      text: '<img src=x onerror=alert(1)> & more.',
      credit: { publisher: '<b>Post</b>', licence: '"><script>' },
      language: 'en" onclick="x',
    })
    expect(body).not.toMatch(/<img|<b>|<script|" onclick="x/)
  })

  it('dates an undated item by first sight where a date is demanded, and says no date of the outlet', () => {
    const { published: _, ...item } = makeItem()
    const entry = entryOf(makeStory(item))
    expect(entry.published).toBeUndefined()
    expect(entry.updated).toEqual(item.firstSeen)
    expect(entry.credit).toBe('Morning Post')
  })

  it('takes a date that is none as absent', () => {
    const entry = entryOf(makeStory(makeItem({ published: new Date(Number.NaN), updated: new Date(Number.NaN) })))
    expect(entry.published).toBeUndefined()
    expect(entry.touched).toEqual(new Date('2026-11-24T10:00:00Z'))
  })
})
