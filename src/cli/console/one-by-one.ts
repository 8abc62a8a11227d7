/** Does a work when those asked for before it have ended, well or not. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Nothing is under way. */
export function oneByOne(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined) // whoever asked for it is told
    return mine
  }
}
