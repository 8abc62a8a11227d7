import { type Item, isItemId, type Story } from '../model/index.ts'

/** A story whose lead cannot be read is led by its earliest copy; one without any readable item is left out. */
export function storyOf(lead: Item | undefined, id: string, copies: ReadonlyMap<string, readonly Item[]>): Story | undefined {
  if (!isItemId(id)) return undefined
  const others = copies.get(id) ?? []
  if (lead !== undefined) return { id, lead, copies: others }
  const [earliest, ...rest] = others
  return earliest === undefined ? undefined : { id, lead: earliest, copies: rest }
}
