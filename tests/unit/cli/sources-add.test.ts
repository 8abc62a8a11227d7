import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { main } from '../../../src/cli/index.ts'
import { rssText } from '../../helpers/feed-text.ts'
import { type Site, site } from '../../helpers/site.ts'

let folder: string
let outlet: Site

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaynak-ask-'))
  outlet = await site()
  outlet.put('/feed', { body: rssText('Morning Post', [{ title: 'Damascus opens a library' }]), type: 'application/rss+xml' })
  writeFileSync(
    join(folder, 'feeds.json'),
    JSON.stringify({ title: 'T', fetch: { allowPrivate: [outlet.host], gapMs: 0 }, sources: [] }),
  )
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await outlet.close()
})

/** Runs `sources add` with a person at a terminal who gives these answers, one whenever a question ends in a colon, and then leaves. */
async function addWith(answers: readonly string[]): Promise<{ exit: number; shown: string; ids: readonly string[] }> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  const left = [...answers]
  let shown = ''
  const stdout = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        shown += String(chunk)
        done()
        if (/: (\u001b\[\d*[A-Z])*$/.test(shown)) {
          const answer = left.shift()
          if (answer === undefined) stdin.end()
          else stdin.write(`${answer}\n`)
          shown += '>'
        }
      },
    }),
    { isTTY: true, columns: 200 },
  )
  const argv = ['node', 'kaynak', 'sources', 'add', `${outlet.origin}/feed`, '--now', '2026-11-20T12:00:00Z']
  const exit = await main({ argv, env: {}, stdin, stdout, stderr: stdout, cwd: () => folder })
  const { sources }: { sources: { id: string }[] } = JSON.parse(readFileSync(join(folder, 'feeds.json'), 'utf8'))
  return { exit, shown, ids: sources.map(({ id }) => id) }
}

describe('kaynak sources add at a terminal', () => {
  it('asks what it cannot know, says what is wrong with an answer, and asks again', async () => {
    const { exit, shown, ids } = await addWith(['', 'Morning!', 'post', '', 'Syria', 'SY', 'independent', 'link', 'yes'])
    expect({ exit, ids }).toEqual({ exit: 0, ids: ['post'] })
    expect(shown).toContain('id: expected 1 to 64 of a-z')
    expect(shown).toContain('country: expected a two-letter country code')
    expect(JSON.parse(readFileSync(join(folder, 'feeds.json'), 'utf8'))).toMatchObject({
      sources: [{ id: 'post', name: 'Morning Post', country: 'SY', ownership: 'independent', republish: 'link' }],
    })
  })

  it.each([
    ['says no', ['', '', '', '', '', '', 'no']],
    ['leaves in the middle', ['', '']],
  ])('writes nothing when the person %s', async (_what, answers) => {
    const { exit, shown, ids } = await addWith(answers)
    expect({ exit, ids }).toEqual({ exit: 0, ids: [] })
    expect(shown).toContain('nothing was written')
  })
})
