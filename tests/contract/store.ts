import { aftermathContract } from './store-aftermath.ts'
import { archiveContract } from './store-archive.ts'
import { commitContract } from './store-commit.ts'
import { decisionsContract } from './store-decisions.ts'
import { dumpContract } from './store-dump.ts'
import type { MakeHome } from './store-home.ts'
import { neighboursContract } from './store-neighbours.ts'
import { processesContract } from './store-processes.ts'
import { pruneContract } from './store-prune.ts'
import { storiesContract } from './store-stories.ts'

/** What every implementation of the Store port promises, whatever its engine. Run it with a home that opens that engine. */
export function storeContract(makeHome: MakeHome): void {
  commitContract(makeHome)
  storiesContract(makeHome)
  archiveContract(makeHome)
  aftermathContract(makeHome)
  neighboursContract(makeHome)
  decisionsContract(makeHome)
  dumpContract(makeHome)
  pruneContract(makeHome)
  processesContract(makeHome)
}
