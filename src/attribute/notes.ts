import type { CreditPart, Evidence } from '../model/index.ts'

/** Where a value was read, and by which rule. */
export type Origin = Pick<Evidence, 'from' | 'rule'>

/** Collects evidence while a credit is put together. */
export type Notes = {
  readonly note: (part: CreditPart, value: string, origin: Origin) => void
  readonly all: () => readonly Evidence[]
}

/** A fresh list of evidence; the same thing said twice stands once. */
export function notes(): Notes {
  const found = new Map<string, Evidence>()
  return {
    note: (part, value, { from, rule }) => {
      if (value !== '') found.set(`${part} ${value} ${from} ${rule}`, { part, value, from, rule })
    },
    all: () => [...found.values()],
  }
}
