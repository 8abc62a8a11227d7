import { describe, expect, it } from 'vitest'
import { read } from '../../../src/parse/index.ts'
import { bytes } from './documents.ts'

describe('read of what is no feed', () => {
  it.each([
    ['empty', '', 'an empty document'],
    ['empty', ' \n\t ', 'an empty document'],
    ['html', '<!DOCTYPE html><html><head><title>Our news</title></head><body><p>Hi</p></body></html>', 'a web page: "Our news"'],
    [
      'login',
      '<html><title>Members</title><form><input name=p type="password"></form></html>',
      'a page that asks for a password: "Members"',
    ],
    ['json', '{"error":{"message":"rate limit"}}', 'JSON that reports an error: rate limit'],
    ['json', '[1,2]', 'JSON, but no JSON Feed'],
    ['json', '{"version":"https://jsonfeed.org/version/1","items":[{"id"', 'begins like JSON and is none'],
    [
      'soap',
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultstring>No such feed</faultstring></s:Fault></s:Body></s:Envelope>',
      'a SOAP message: "No such feed"',
    ],
    [
      'opml',
      '<opml version="2.0"><body><outline xmlUrl="https://a.example/rss"/></body></opml>',
      'an outline (OPML): a list of feeds, to be imported, not read',
    ],
    ['xml', '<Error><Code>AccessDenied</Code></Error>', 'XML, but no feed: "Error"'],
    ['text', 'Service temporarily unavailable', 'plain text: "Service temporarily unavailable"'],
  ])('names %s: %j', (code, text, message) => {
    expect(read(bytes(text), {})).toEqual({ kind: 'unreadable', code, message })
  })

  it.each([
    [[0x50, 0x4b, 3, 4], 'a ZIP archive'],
    [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
    [[0x1f, 0x8b, 8, 0, 1, 2], 'gzip that is damaged or unpacks to more than 50 MB'],
    [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  ])('names bytes %j', (start, message) => {
    expect(read(Uint8Array.from([...start, ...Array.from({ length: 50 }, (_, index) => index)]), {})).toMatchObject({
      kind: 'unreadable',
      message,
    })
  })

  it('hints at the feeds that a page names', () => {
    const page = '<html><head><link rel="alternate" type="application/rss+xml" href="/rss" title="All"></head></html>'
    expect(read(bytes(page), { url: 'https://a.example/news/' })).toMatchObject({
      code: 'html',
      hint: { feeds: [{ url: 'https://a.example/rss', title: 'All', type: 'application/rss+xml', how: 'link' }] },
    })
  })
})
