import { describe, expect, it } from 'vitest'
import { parseAllowance } from '../../../src/fetch/index.ts'

describe('parseAllowance', () => {
  it.each([
    ['127.0.0.1:8080', { kind: 'host', host: '127.0.0.1', port: 8080 }],
    ['localhost:80', { kind: 'host', host: 'localhost', port: 80 }],
    ['Feeds.Intranet:443', { kind: 'host', host: 'feeds.intranet', port: 443 }],
    ['[::1]:8080', { kind: 'host', host: '[::1]', port: 8080 }],
    ['0x7f.1:9', { kind: 'host', host: '127.0.0.1', port: 9 }],
    ['10.0.0.0/8', { kind: 'range', range: '10.0.0.0/8' }],
    ['10.1.2.3/8:8080', { kind: 'range', range: '10.1.2.3/8', port: 8080 }],
    ['fd00::/8', { kind: 'range', range: 'fd00::/8' }],
    ['[fd00::]/8:80', { kind: 'range', range: 'fd00::/8', port: 80 }],
  ])('reads %j', (text, allowance) => {
    expect(parseAllowance(text)).toEqual(allowance)
  })

  it.each([
    ['localhost'],
    ['127.0.0.1'],
    ['::1'],
    ['localhost:'],
    ['localhost:0'],
    ['localhost:65536'],
    ['localhost:http'],
    ['http://localhost:80'],
    ['user@localhost:80'],
    ['10.0.0.0/33'],
    ['10.0.0.0/'],
    ['10.0/8'],
    ['10.0.0.0/8:0'],
    ['10.0.0.0/8:99999'],
    ['example.com/8'],
    ['*:80'],
    [''],
    ['x'.repeat(100_000)],
  ])('refuses %j in one line', (text) => {
    expect(parseAllowance(text)).toEqual({ kind: 'problem', message: expect.stringMatching(/^[^\n]{10,250}$/) })
  })
})
