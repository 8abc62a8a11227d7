import type { Writable } from 'node:stream'

/**
 * Writes to a stream that somebody reads, no faster than they do.
 * @returns false when nobody reads any more (`kaynak export | head`): their right, and a reason to stop
 */
export async function writeOut(stream: Writable, text: string): Promise<boolean> {
  if (isClosed(stream)) return false
  if (!stream.write(text)) await room(stream)
  return !isClosed(stream)
}

function isClosed(stream: Writable): boolean {
  return stream.destroyed || stream.errored !== null
}

/** `once` of node:events would reject at an error, and leave its listeners where two are raced. */
function room(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'error', 'close'] as const
    function done(): void {
      for (const event of events) stream.off(event, done)
      resolve()
    }
    for (const event of events) stream.on(event, done)
  })
}
