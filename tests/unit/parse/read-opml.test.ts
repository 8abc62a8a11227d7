import { describe, expect, it } from 'vitest'
import { readOpml } from '../../../src/parse/index.ts'

function feeds(text: string) {
  const reading = readOpml(text)
  return reading.kind === 'outlines' ? reading.feeds : reading.message
}

function opml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Subscriptions</title></head><body>${body}</body></opml>`
}

describe('readOpml', () => {
  it('reads feeds in any folder, in their order, each once', () => {
    const text = opml(`
      <outline text="World" title="World">
        <outline text="Near">
          <outline type="rss" text="Morning Post" title="MP" xmlUrl="https://morning-post.example/feed" htmlUrl="https://morning-post.example/" language="en-gb"/>
        </outline>
        <outline type="rss" title="Evening &amp; Night" xmlUrl="https://evening.example/feed?a=1&amp;b=2"></outline>
      </outline>
      <outline text="again" xmlUrl="https://morning-post.example/feed"/>`)
    expect(feeds(text)).toEqual([
      {
        url: 'https://morning-post.example/feed',
        name: 'Morning Post',
        homePage: 'https://morning-post.example/',
        language: 'en-gb',
      },
      { url: 'https://evening.example/feed?a=1&b=2', name: 'Evening & Night' },
    ])
  })

  it.each([
    ['xmlurl', '<outline text="A" xmlurl="https://a.example/f"/>'],
    ['XMLURL and single quotes', "<OUTLINE TEXT='A' XMLURL='https://a.example/f'/>"],
    ['url of a feed', '<outline type="atom" text="A" url="https://a.example/f"/>'],
    ['feed:', '<outline text="A" xmlUrl="feed:https://a.example/f"/>'],
    ['feed://', '<outline text="A" xmlUrl=" feed://a.example/f "/>'],
    ['a bare ampersand and an unclosed outline', '<outline text="B & C"><outline text="A" xmlUrl="https://a.example/f">'],
    ['a prefix', '<x:outline text="A" xmlUrl="https://a.example/f"/>'],
  ])('reads %s', (_name, body) => {
    const read = feeds(opml(body))
    expect(read).toHaveLength(1)
    expect(read).toMatchObject([{ name: 'A', url: expect.stringMatching(/^https?:\/\/a\.example\/f$/) }])
  })

  it('names what it could not take, and takes the rest', () => {
    const reading = readOpml(
      opml(`<outline text="A" xmlUrl="javascript:alert(1)"/><outline text="B" type="rss"/><outline type="include" text="C" url="https://c.example/l.opml"/>
      <outline type="link" text="A link" url="https://d.example/"/><outline text="E" xmlUrl="https://e.example/f"/>`),
    )
    expect(reading).toEqual({
      kind: 'outlines',
      feeds: [{ url: 'https://e.example/f', name: 'E' }],
      warnings: [
        '"A": expected an http(s) address, got "javascript:alert(1)"',
        '"B": a feed without an address',
        '"C": another list is to be read here, which is not done',
      ],
    })
  })

  it('makes names plain lines', () => {
    expect(feeds(opml('<outline text="&lt;b&gt;A&lt;/b&gt;&#10;B\u202e" xmlUrl="https://a.example/f"/>'))).toMatchObject([
      { name: 'A B' },
    ])
  })

  it.each([
    ['', 'no outline (OPML)'],
    ['<html><body>404</body></html>', 'no outline (OPML)'],
    ['<opml version="2.0"><body/></opml>', 'an outline (OPML) that lists nothing'],
  ])('says what %j is instead', (text, message) => {
    expect(readOpml(text)).toEqual({ kind: 'unreadable', message })
  })

  it('takes no more than ten thousand, nested as deep as they may be', () => {
    const many = Array.from({ length: 12_000 }, (_, at) => `<outline text="${at}" xmlUrl="https://a.example/${at}">`).join('')
    expect(feeds(opml(many))).toHaveLength(10_000)
  })
})
