import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEntries, read, readWhole } from '../../src/parse/index.ts'
import { sanitizeHtml } from '../../src/text/index.ts'
import { mutatedDocument } from '../helpers/mutated-document.ts'

/** More for a long run: FUZZ_RUNS=100000 npx vitest run tests/property/parse.test.ts */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 400)

const LIVE =
  /<(?:script|style|iframe|object|embed|form|input|svg|math|meta|link|base|template|noscript|title)[\s/>]|<[^<>]*\son\w+\s*=|<[^<>]*(?:href|src)\s*=\s*["']?\s*(?:javascript|data|vbscript):/i

describe('a mutated document', () => {
  it('is read without a crash, and nothing live comes out of it', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedDocument, async (bytes) => {
        const found = await readWhole(bytes, { url: 'https://post.example/feed' })
        if (found.kind === 'unreadable') return
        for (const entry of found.entries) {
          for (const body of [entry.summary, entry.content]) {
            if (body === undefined) continue
            expect(body).not.toMatch(LIVE)
            expect(sanitizeHtml(body, 'https://post.example/feed')).toBe(body)
          }
          for (const line of [
            entry.title,
            entry.rights,
            entry.source?.title,
            ...entry.categories,
            ...entry.authors.map(({ name }) => name),
          ]) {
            expect(line ?? '').not.toMatch(/<(?:script|img|svg|iframe|a|style)[\s/>]|[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/i)
          }
          for (const url of [entry.url, entry.image, ...entry.enclosures.map((one) => one.url)])
            expect(url ?? 'https:').toMatch(/^https?:/)
        }
      }),
      { numRuns },
    )
  })

  it('gives every entry alike, alone and with all others', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedDocument, fc.nat(7), async (bytes, mask) => {
        const reading = read(bytes, {})
        if (reading.kind !== 'document') return
        const all = await parseEntries(reading, reading.slips)
        const chosen = reading.slips.flatMap((slip, index) => (((mask >> (index % 3)) & 1) === 1 ? [{ slip, index }] : []))
        const some = await parseEntries(
          reading,
          chosen.map(({ slip }) => slip),
        )
        expect(some).toEqual(chosen.map(({ index }) => all[index]))
      }),
      { numRuns },
    )
  })
})
