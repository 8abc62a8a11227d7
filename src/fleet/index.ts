export { joinFleet } from './join-fleet.ts'
export { type FleetView, fleetView } from './look.ts'
export { type Place, placeOf } from './place.ts'
export { work } from './work.ts'
