import type { z } from 'zod'
import type { ConfigProblem } from './config.ts'
import type { Lines } from './lines.ts'
import type { KnownKeys } from './schema.ts'
import { wordsOf } from './words.ts'

type Path = readonly PropertyKey[]

/** Collects what is wrong, worded and placed. */
export type Problems = {
  readonly atOffset: (offset: number, words: string) => void
  readonly atPath: (path: Path, words: string, source?: string) => void
  /** `raw`: the value that the issues are about; `known`: the keys that may stand in it, by path; `at`: where it stands in the file */
  readonly issues: (
    issues: readonly z.core.$ZodIssue[],
    raw: unknown,
    known: KnownKeys,
    at?: { readonly path: Path; readonly source: string },
  ) => void
  readonly count: () => number
  /** in the order of their lines */
  readonly all: () => readonly ConfigProblem[]
}

/** `variables`: paths whose value came from the environment, by the variable's name; they are placed there and not in the file. */
export function problemList(file: string, lines: Lines, variables: ReadonlyMap<string, string>): Problems {
  const found: { line: number; problem: ConfigProblem }[] = []

  function add(line: number, words: string, source?: string): void {
    const text = `${file}:${line}: ${words}`
    found.push({ line, problem: source === undefined ? { text } : { text, source } })
  }

  function atPath(path: Path, words: string, source?: string): void {
    const variable = variables.get(path.slice(0, 2).map(String).join('.')) ?? variables.get(String(path[0]))
    if (variable !== undefined) found.push({ line: 0, problem: { text: `${variable}: ${words}` } })
    else add(lines.ofPath(path), `${path.map(String).join('.')}: ${words}`, source)
  }

  return {
    atPath,
    atOffset: (offset, words) => add(lines.ofOffset(offset), words),
    issues(issues, raw, known, at) {
      for (const issue of issues) {
        const path = [...(at?.path ?? []), ...issue.path]
        const value = valueAt(raw, issue.path)
        const words = wordsOf(issue, value, known[issue.path.map(String).join('.')] ?? [])
        const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
        for (const [index, text] of words.entries()) {
          const key = keys[index]
          const label = path.length === 0 ? '' : `${path.map(String).join('.')}: `
          if (key === undefined) atPath(path, text, at?.source)
          else add(lines.ofKey(path, key), `${label}${text}`, at?.source)
        }
      }
    },
    count: () => found.length,
    all: () => found.toSorted((a, b) => a.line - b.line).map(({ problem }) => problem),
  }
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([key]) => key === String(step))?.[1]
  }
  return value
}
