import { present } from '../../model/index.ts'
import type { Publication, SourceView } from '../publication.ts'
import { healthOf } from './source-health.ts'

/**
 * `status.json`: every source with its health, for scripts (docs/feeds.md). Only what a pass finds changes it: the times of the last
 * attempts are in it for failing sources alone, so that a pass that finds nothing new writes nothing. `kaynak status --json` has all.
 */
export function statusJson({ channel, stories, sources }: Publication): string {
  const document = {
    title: channel.title,
    topic: channel.topic,
    stories: stories.length,
    sources: sources.map((view) => sourceStatus(view, storiesOf(view, stories))),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** How many stories name a source as their lead's or as a further carrier. */
export function storiesOf({ source }: SourceView, stories: Publication['stories']): number {
  return stories.filter(({ lead, copies }) => [lead, ...copies].some((item) => item.carrier.sourceId === source.id)).length
}

function sourceStatus(view: SourceView, stories: number): object {
  const { source, state } = view
  const health = healthOf(view)
  return present({
    id: source.id,
    name: source.name,
    url: source.url,
    home_page_url: source.homePage,
    kind: source.kind,
    language: source.language,
    country: source.country,
    ownership: source.ownership,
    republish: source.republish,
    health,
    stories,
    format: state?.feedFormat,
    entries: state?.entries,
    last_change: state?.lastChange?.toISOString(),
    moved_to: state?.moved?.to,
    warnings: state === undefined || state.warnings.length === 0 ? undefined : state.warnings,
    ...(health === 'failing'
      ? present({
          failures: state?.failures,
          trouble: state?.trouble?.code,
          message: state?.trouble?.message,
          last_success: state?.lastSuccess?.toISOString(),
        })
      : {}),
  })
}
