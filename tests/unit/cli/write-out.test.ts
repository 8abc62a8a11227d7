import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { writeOut } from '../../../src/cli/write-out.ts'

/** A stream that takes nothing until it is told to. */
function slow() {
  let take: (problem?: Error) => void = () => undefined
  const stream = new Writable({
    highWaterMark: 1,
    write(_chunk, _encoding, done) {
      take = done
    },
  })
  stream.on('error', () => undefined) // as the program does for a closed pipe
  return { stream, take: (problem?: Error) => take(problem) }
}
const listeners = (stream: Writable) => ['drain', 'error', 'close'].map((event) => stream.listenerCount(event))

describe('writeOut', () => {
  it('waits until there is room again', async () => {
    const { stream, take } = slow()
    const before = listeners(stream)
    let isDone = false
    const writing = writeOut(stream, 'ab').then((answer) => {
      isDone = true
      return answer
    })
    await new Promise(setImmediate)
    expect(isDone).toBe(false)
    take()
    expect(await writing).toBe(true)
    expect(listeners(stream)).toEqual(before)
  })
  it('stops when the reader is gone, during a write and after it', async () => {
    const { stream, take } = slow()
    const before = listeners(stream)
    const writing = writeOut(stream, 'ab')
    take(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    expect(await writing).toBe(false)
    expect(await writeOut(stream, 'cd')).toBe(false)
    expect(listeners(stream)).toEqual(before)
  })
})
