/**
 * What the feeds say of their own rights: nothing here is ours but the choice. Beside it `tdmrep.json` reserves text and data
 * mining (TDMRep, W3C community group report of 2024-05-10), since we cannot give away what belongs to the publishers.
 */
export const RIGHTS =
  'Every item belongs to its publisher, who is named and linked in it; its own licence, where it states one, stands with it. Text and data mining: reserved.'

/** `tdmrep.json`, for `/.well-known/` of the host that serves the output; it covers the whole of it. */
export function tdmStatement(homePage: string | undefined): string {
  const path = homePage === undefined ? '/' : new URL('.', homePage).pathname
  return `${JSON.stringify([{ location: `${path}*`, 'tdm-reservation': 1 }], null, 2)}\n`
}
