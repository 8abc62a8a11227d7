/**
 * `tdmrep.json`, for `/.well-known/` of the host that serves the output: text and data mining is reserved for all of it (TDMRep, W3C
 * community group report of 2024-05-10), since nobody can give away what belongs to the publishers. A default for the operator to edit
 * on the host, where it counts; the feeds say the same in words.
 */
export function tdmStatement(homePage: string | undefined): string {
  const path = homePage === undefined ? '/' : new URL('.', homePage).pathname
  return `${JSON.stringify([{ location: `${path}*`, 'tdm-reservation': 1 }], null, 2)}\n`
}
