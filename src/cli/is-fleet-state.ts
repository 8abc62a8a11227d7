/** Whether a state is a database that a fleet may work on; told without loading anything of it. */
export function isFleetState(state: string): boolean {
  return /^postgres(ql)?:\/\//.test(state)
}
