import type { Config, ConfigProblem } from '../config/index.ts'
import {
  type Decision,
  type Fetch,
  type Item,
  present,
  type Source,
  type SourceChange,
  type SourceId,
  type SourceState,
} from '../model/index.ts'
import type { Desk } from './desk.ts'
import { inFairOrder } from './in-fair-order.ts'
import { lookAgain } from './look-again.ts'
import { dueSources, hostsThatLie } from './pace.ts'
import { createPages } from './pages.ts'
import { placeItems } from './place.ts'
import { placeAgain } from './place-again.ts'
import { publishStories } from './publish-stories.ts'
import { isUnreached, readSafely } from './read-safely.ts'
import type { Recovery } from './recover.ts'
import type { PassReport, SourceReport } from './report.ts'
import { passTotals } from './totals.ts'

/** How a pass is asked for. */
export type PassRequest = {
  readonly config: Config
  readonly output: string
  readonly problems: readonly ConfigProblem[]
  /** only these sources, due or not at their turn; absent = all */
  readonly only?: readonly SourceId[]
  /** ignore due times */
  readonly force?: boolean
  /** judge, but store and publish nothing */
  readonly dryRun?: boolean
  readonly onProgress?: (progress: Progress) => void
  /** what the state was given back before this pass */
  readonly recovery?: Recovery
}

export type Progress = { readonly done: number; readonly of: number; readonly kept: number; readonly last: SourceReport }

/** What stays in hand of a visit once its items are stored. */
type Told = {
  readonly report: SourceReport
  readonly decisions: readonly Decision[]
  /** items that their source had withdrawn and offers again */
  readonly restored: readonly Item[]
  /** how many it took back */
  readonly withdrawn: number
}

/** So many sources, or items, are stored in one transaction: few large ones cost less than many small ones, until they fill the memory. */
const GROUP = 64
const GROUP_ITEMS = 500

/**
 * One pass over the sources that are due: read each, store in groups, look again at what is listed no more, place, publish. The
 * caller holds the store's lock.
 * @throws KaynakError STATE_WRITE, STATE_UNUSABLE or OUTPUT_WRITE; what a source does wrong is in the report
 */
export async function runPass(request: PassRequest, desk: Desk): Promise<PassReport> {
  const { config } = request
  const states = new Map(await desk.store.sourceStates())
  const chosen = config.sources.filter(
    (source) => source.enabled && (request.only === undefined || request.only.includes(source.id)),
  )
  const due = dueSources(chosen, states, { now: desk.now, force: request.force === true })
  const visits = await readAll(due, states, request, desk)
  const reports = visits.map((visit) => visit.report)
  const isOffline = due.length > 0 && reports.every(({ outcome }) => outcome === 'failed' || outcome === 'cancelled')
  const isLooking = request.dryRun !== true && !isOffline
  const missed = isLooking ? await lookAgain({ sources: config.sources, only: request.only }, desk) : 0
  const withdrawn = visits.reduce((sum, visit) => sum + visit.withdrawn, missed)
  if (request.dryRun !== true) await placeAgain(request.recovery?.items ?? [], desk.store)
  const copies = request.dryRun === true ? 0 : await placeItems(desk.store)
  const totals = passTotals(reports, { config, due: due.length, copies, withdrawn, desk })
  const restored = visits.flatMap((visit) => visit.restored)
  const isQuiet = restored.length === 0 && totals.kept + totals.changed + totals.copies + totals.withdrawn === 0
  const published =
    request.dryRun === true || isOffline ? undefined : await publishStories({ ...request, restored, states, isQuiet }, desk)
  return {
    pass: totals,
    sources: reports,
    decisions: visits.flatMap((visit) => visit.decisions),
    problems: request.problems,
    ...present({ recovered: request.recovery?.report, published }),
  }
}

/** `states` are brought up to date with what is stored. */
async function readAll(
  due: readonly Source[],
  states: Map<SourceId, SourceState>,
  request: PassRequest,
  desk: Desk,
): Promise<readonly Told[]> {
  const stop = new AbortController() // when the store fails there is no use in reading on
  const signal = desk.signal === undefined ? stop.signal : AbortSignal.any([desk.signal, stop.signal])
  const fetch: Fetch = (wanted) => desk.fetch({ ...wanted, signal })
  const liars = hostsThatLie(request.config.sources, states, desk.now)
  const working: Desk = { ...desk, signal, fetch, liars, pages: createPages(fetch) }
  const pending: SourceChange[] = []
  const unreached: SourceChange[] = []
  let pendingItems = 0
  let done = 0
  let kept = 0

  async function flush(): Promise<void> {
    const changes = pending.splice(0)
    pendingItems = 0
    if (changes.length > 0 && request.dryRun !== true) await desk.store.commit(changes)
    for (const { state } of changes) states.set(state.sourceId, state)
  }

  async function one(source: Source): Promise<Told> {
    const result = await readSafely(source, states.get(source.id), working)
    if (isUnreached(result)) unreached.push(result.change)
    else if (result.report.outcome !== 'cancelled') pending.push(result.change)
    pendingItems += result.change.items.length
    if (pending.length >= GROUP || pendingItems >= GROUP_ITEMS) await flush()
    done++
    kept += result.report.kept
    request.onProgress?.({ done, of: due.length, kept, last: result.report })
    const { decisions, aftermath } = result.change
    const { restored = [], withdrawn = [] } = aftermath ?? {}
    return { report: result.report, decisions, restored, withdrawn: withdrawn.length }
  }

  const told = new Map<SourceId, Told>()
  const endings = await Promise.allSettled(
    inFairOrder(due, states).map(async (source) => {
      try {
        told.set(source.id, await one(source))
      } catch (problem) {
        stop.abort()
        throw problem
      }
    }),
  )
  for (const ending of endings) if (ending.status === 'rejected') throw ending.reason
  if (unreached.length < due.length) pending.push(...unreached) // else the machine is offline, and no source is to blame
  await flush()
  return due.flatMap(({ id }) => told.get(id) ?? [])
}
