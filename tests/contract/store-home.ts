import { afterEach, beforeEach } from 'vitest'
import type { Decision, Item, Placement, SourceChange, SourceId, SourceState, Store } from '../../src/model/index.ts'
import { anAddress, aSourceId } from '../helpers/make-item.ts'

/** A place where one state lives: a file, a database. */
export type StoreHome = {
  /** Opens the state; another call opens the same one again, as another process would. */
  readonly open: () => Promise<Store>
  /** the beginning of a Node module that leaves the opened state in a constant named `store` */
  readonly opening: string
  readonly remove: () => Promise<void>
}

export type MakeHome = () => Promise<StoreHome>

/** A fresh home and its opened store for every test of a suite; everything is closed and removed afterwards. */
export function freshStore(makeHome: MakeHome): {
  readonly store: () => Store
  readonly home: () => StoreHome
  readonly again: () => Promise<Store>
} {
  let home: StoreHome | undefined
  let opened: Store[] = []
  beforeEach(async () => {
    home = await makeHome()
    opened = [await home.open()]
  })
  afterEach(async () => {
    for (const store of opened) await store.close()
    await home?.remove()
  })
  const theHome = () => {
    if (home === undefined) throw new Error('the home is made before each test')
    return home
  }
  return {
    home: theHome,
    store: () => {
      const [store] = opened
      if (store === undefined) throw new Error('the store is opened before each test')
      return store
    },
    again: async () => {
      const store = await theHome().open()
      opened.push(store)
      return store
    },
  }
}

export const POST: SourceId = aSourceId('morning-post')

/** The state of a source about which nothing matters but its name. */
export function makeState(parts: Partial<SourceState> = {}): SourceState {
  return { sourceId: POST, url: anAddress('https://www.morning-post.example/world.xml'), failures: 0, warnings: [], ...parts }
}

/** One reading of one source; say only what matters. */
export function makeChange(
  parts: Partial<Omit<SourceChange, 'state'>> & { readonly state?: Partial<SourceState> } = {},
): SourceChange {
  const { state, ...rest } = parts
  return { items: [], decisions: [], ...rest, state: makeState(state) }
}

/** Stores items, all in one reading of the Morning Post. */
export async function keepItems(store: Store, items: readonly Item[]): Promise<void> {
  await store.commit([makeChange({ items })])
}

/** An item that stands alone, or copies another. */
export function placed(
  item: Item,
  parts: { readonly in?: Item; readonly bands?: readonly string[]; readonly as?: Placement['relation'] } = {},
): Placement {
  const { in: story, bands = [], as } = parts
  const relation =
    as ?? (story === undefined ? { kind: 'single' } : { kind: 'copy', of: story.id, similarity: 0.9, evidence: 'same sentences' })
  return { itemId: item.id, storyId: (story ?? item).id, relation, bands }
}

export function makeDecision(parts: Partial<Decision> = {}): Decision {
  return {
    sourceId: POST,
    entryKey: 'guid:1',
    title: 'Bridge reopens in Deir ez-Zor',
    at: new Date('2026-11-24T10:00:00Z'),
    verdict: {
      relevant: true,
      band: 'yes',
      score: 5,
      threshold: 4,
      reasons: [{ term: 'Deir ez-Zor', lang: 'en', field: 'title', weight: 5 }],
    },
    ...parts,
  }
}

export const ALL_TIME = { from: new Date('1990-01-01T00:00:00Z'), to: new Date('2040-01-01T00:00:00Z') } as const
