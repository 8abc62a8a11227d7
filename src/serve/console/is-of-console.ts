/** Whether a request's target is the console's: `/console/` and what is below it; `/console` leads there. */
export function isOfConsole(target: string | undefined): boolean {
  return target !== undefined && /^\/console(?:[/?#]|$)/.test(target)
}
