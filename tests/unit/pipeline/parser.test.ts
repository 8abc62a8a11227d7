import { afterEach, describe, expect, it } from 'vitest'
import { createParser } from '../../../src/pipeline/index.ts'
import { rssText } from '../../helpers/feed-text.ts'

const FEED = { kind: 'feed' } as const
const bytesOf = (items: number) =>
  Buffer.from(
    rssText(
      'Big',
      Array.from({ length: items }, (_, at) => ({
        title: `Item ${at}`,
        link: `https://outlet.example/${at}`,
        text: 'A sentence about the harbour. '.repeat(20),
      })),
    ),
  )

let parser: ReturnType<typeof createParser>
afterEach(() => parser.close())

describe('createParser', () => {
  it('reads a large document on its own thread just as a small one where it is', async () => {
    const bytes = bytesOf(200)
    parser = createParser({ deadlineMs: 20_000, memoryMiB: 256, smallBytes: 1 })
    const far = await parser.read(bytes, {}, FEED)
    const near = await createParser({ deadlineMs: 1, memoryMiB: 1, smallBytes: 10_000_000 }).read(bytes, {}, FEED)
    expect(far).toEqual(near)
    if (far.kind !== 'document' || near.kind !== 'document') throw new Error('not read')
    expect(far.slips).toHaveLength(200)
    expect(await parser.entries(far, far.slips)).toEqual(await parser.entries(near, near.slips))
  })

  it('ends the thread of a document that takes too long, and reads the next one', async () => {
    parser = createParser({ deadlineMs: 1, memoryMiB: 256, smallBytes: 10_000 })
    expect(await parser.read(bytesOf(3_000), {}, FEED)).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('longer than 0.001 s'),
    })
    expect(await parser.read(bytesOf(2), {}, FEED)).toMatchObject({ kind: 'document' })
  })

  it('survives a document that takes too much memory', async () => {
    parser = createParser({ deadlineMs: 20_000, memoryMiB: 12, smallBytes: 10_000 })
    expect(await parser.read(bytesOf(15_000), {}, FEED)).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('12 MiB'),
    })
  })
})
