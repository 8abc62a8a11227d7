import earthquakes from './topics/earthquakes.json' with { type: 'json' }
import syria from './topics/syria.json' with { type: 'json' }

const SHIPPED: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['syria', syria],
  ['earthquakes', earthquakes],
])

/** The ids of the topics that come with the program. */
export const shippedTopicIds: readonly string[] = [...SHIPPED.keys()]

/** The definition of a shipped topic, as its file holds it; undefined for any other name. */
export function shippedTopic(id: string): unknown {
  return SHIPPED.get(id)
}
