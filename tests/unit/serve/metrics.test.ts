import { describe, expect, it } from 'vitest'
import type { SourceState } from '../../../src/model/index.ts'
import { metricsText, newsroomMetrics } from '../../../src/serve/index.ts'
import { makeSource } from '../../helpers/make-source.ts'

describe('metricsText', () => {
  it('writes help, type and samples, and lets nothing in a label break a line', () => {
    const labels = { source: 'a"b\\c\nd' }
    expect(
      metricsText([
        { name: 'kaynak_a', help: 'One\nline.', kind: 'gauge', samples: [{ labels, value: 1.5 }] },
        { name: 'kaynak_b', help: 'Nothing.', kind: 'counter', samples: [] },
        { name: 'kaynak_c', help: 'Odd.', kind: 'gauge', samples: [{ value: Number.NaN }, { value: Number.POSITIVE_INFINITY }] },
      ]),
    ).toBe(
      '# HELP kaynak_a One\\nline.\n# TYPE kaynak_a gauge\nkaynak_a{source="a\\"b\\\\c\\nd"} 1.5\n# HELP kaynak_c Odd.\n# TYPE kaynak_c gauge\nkaynak_c NaN\nkaynak_c +Inf\n',
    )
  })
})

describe('newsroomMetrics', () => {
  const now = new Date('2026-11-25T12:00:00Z')
  const well = makeSource({ id: 'well', url: 'https://well.example/feed' })
  const ill = makeSource({ id: 'ill', url: 'https://ill.example/feed' })
  const fresh = makeSource({ id: 'fresh', url: 'https://fresh.example/feed' })
  const states: readonly SourceState[] = [
    {
      sourceId: well.id,
      url: well.url,
      failures: 0,
      warnings: [],
      entries: 20,
      lastAttempt: now,
      lastSuccess: now,
      lastChange: now,
    },
    {
      sourceId: ill.id,
      url: ill.url,
      failures: 3,
      warnings: [],
      lastAttempt: now,
      lastSuccess: new Date('2026-11-20T12:00:00Z'),
      trouble: { code: 'timeout', message: 'it took too long', final: false },
    },
  ]
  const text = metricsText(
    newsroomMetrics({
      sources: [well, ill, fresh],
      states: new Map(states.map((state) => [state.sourceId, state])),
      counts: { items: 12, stories: 10, decisions: 40 },
      now,
    }),
  )

  it.each([
    'kaynak_sources{level="good"} 1',
    'kaynak_sources{level="failing"} 1',
    'kaynak_sources{level="never"} 1',
    'kaynak_sources{level="gone"} 0',
    'kaynak_items 12',
    'kaynak_stories 10',
    'kaynak_last_success_timestamp_seconds 1795608000',
    'kaynak_source_last_success_timestamp_seconds{source="ill"} 1795176000',
    'kaynak_source_failures{source="ill"} 3',
    'kaynak_source_entries{source="well"} 20',
  ])('tells %s', (line) => {
    expect(text.split('\n')).toContain(line)
  })
})
