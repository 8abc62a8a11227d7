import type { Progress } from '../pipeline/index.ts'
import type { Io } from './io.ts'

/** A line on a terminal that is written over as the pass goes on; nothing at all where stderr is no terminal. */
export function progressLine({ stderr }: Io): { readonly show: (progress: Progress) => void; readonly clear: () => void } {
  if (stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined }
  return {
    show: ({ done, of, kept, last }) => {
      stderr.write(`\r\u001b[K${`${done}/${of} sources, ${kept} new: ${last.id}`.slice(0, (stderr.columns ?? 80) - 1)}`)
    },
    clear: () => {
      stderr.write('\r\u001b[K')
    },
  }
}
