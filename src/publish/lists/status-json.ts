import { present, type SourceId } from '../../model/index.ts'
import type { Publication, SourceView, Withdrawn } from '../publication.ts'
import { healthOf } from './source-health.ts'

/**
 * `status.json`: every source with its health, for scripts (docs/feeds.md). Only what a pass finds changes it: the times of the last
 * attempts are in it for failing sources alone, so that a pass that finds nothing new writes nothing. `kaynak status --json` has all.
 */
export function statusJson({ channel, stories, sources, withdrawn = [] }: Publication): string {
  const counts = storyCounts(stories)
  const document = {
    title: channel.title,
    topic: channel.topic,
    stories: stories.length,
    ...(withdrawn.length === 0 ? {} : { withdrawn: withdrawn.map(withdrawnLine) }),
    sources: sources.map((view) => sourceStatus(view, counts.get(view.source.id) ?? 0)),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function withdrawnLine({ id, when, by, evidence, reason, title, url, goesOn }: Withdrawn): object {
  return present({ id, when: when.toISOString(), by, evidence, reason, title, url, story_goes_on: goesOn })
}

/** How many stories each source stands for, as the lead's or as a further carrier. */
export function storyCounts(stories: Publication['stories']): ReadonlyMap<SourceId, number> {
  const counts = new Map<SourceId, number>()
  for (const { lead, copies } of stories) {
    const sources = new Set([lead, ...copies].map((item) => item.carrier.sourceId))
    for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1)
  }
  return counts
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
    events: state?.events?.map(({ kind, at, words }) => ({ kind, at: at.toISOString(), words })),
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
