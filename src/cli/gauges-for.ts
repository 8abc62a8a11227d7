import type { Log } from '../model/index.ts'
import type { FleetGauges } from './fleet-gauges.ts'
import { isFleetState } from './is-fleet-state.ts'
import type { CommonOptions } from './options.ts'

/** The numbers of the fleet that works on a state; none, and no package for it loaded, where the state is no fleet's. */
export async function gaugesFor(options: Pick<CommonOptions, 'state' | 'now'>, log: Log): Promise<FleetGauges> {
  if (!isFleetState(options.state)) return { read: () => [], stop: () => undefined }
  const { fleetGauges } = await import('./fleet-gauges.ts')
  return await fleetGauges(options, log)
}
