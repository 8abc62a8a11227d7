import { stat } from 'node:fs/promises'

export type WatchedFiles = {
  /** asked for at each look, since a changed configuration may name another topic */
  readonly paths: () => readonly string[]
  readonly everyMs: number
  /** must not reject; no look begins before it has resolved */
  readonly onChange: () => Promise<void>
}

/**
 * Looks every so often whether one of the files has changed, come or gone, until it is stopped. By looking and not by the system's own
 * watching: editors and we ourselves put new files in the place of old ones, and folders of containers and networks tell nobody.
 */
export function watchFiles({ paths, everyMs, onChange }: WatchedFiles): { readonly stop: () => void } {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let before: string | undefined

  async function look(): Promise<void> {
    const now = (await Promise.all(paths().map(markOf))).join('\n')
    const isChanged = before !== undefined && now !== before
    before = now
    if (isChanged && !stop.signal.aborted) await onChange()
    if (!stop.signal.aborted) timer = setTimeout(() => void look(), everyMs).unref()
  }

  void look()
  return {
    stop() {
      stop.abort()
      clearTimeout(timer)
    },
  }
}

async function markOf(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${path} ${dev}:${ino}:${size}:${mtimeNs}`
  } catch {
    return `${path} absent` // whoever reads it says why
  }
}
