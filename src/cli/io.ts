import type { Readable, Writable } from 'node:stream'

/** What a command may touch of the process. Tests hand in their own. */
export type Io = {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly cwd: () => string
}

/** How a command ends (design: exit codes). */
export const EXIT = { ok: 0, unexpected: 1, usage: 2, nothingRead: 3, cannotWrite: 4, locked: 75 } as const

/** A command's answer to `main`: its exit code. */
export type Exit = (typeof EXIT)[keyof typeof EXIT]
