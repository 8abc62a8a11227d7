import { type Decision, type HttpUrl, isSourceId } from '../../../src/model/index.ts'
import type { Change, Newsdesk, Office, SourceRow } from '../../../src/serve/index.ts'
import { entryFields } from '../../../src/serve/index.ts'
import { httpUrl } from '../../../src/text/index.ts'

/** An office of one source that answers on paper and remembers what it was asked for. */
export type PaperOffice = Office & { readonly deeds: readonly string[] }

/** What a feed may hold: markup, quotes, a line that runs from right to left. */
export const HOSTILE = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)> \u202eمرحبا'

export function paperOffice(change: Change = { kind: 'done', changed: true }): PaperOffice {
  const deeds: string[] = []
  const now = new Date('2026-11-25T12:00:00Z')
  const desk: Newsdesk = { title: HOSTILE, timeZone: 'Europe/Istanbul', now, file: 'feeds.json' }
  const row: SourceRow = {
    id: 'post',
    name: HOSTILE,
    url: 'https://post.example/feed',
    isOn: true,
    health: { level: 'failing', words: `failed once: ${HOSTILE}` },
    nextDue: new Date('2026-11-25T12:30:00Z'),
    keptByDay: [0, 2, 1],
    latest: [{ title: HOSTILE, url: address('https://post.example/1'), at: now, language: 'ar' }],
  }
  const sourceId: string = 'post'
  const decision: Decision | undefined = isSourceId(sourceId)
    ? {
        sourceId,
        entryKey: `guid:${HOSTILE}`,
        title: HOSTILE,
        at: now,
        verdict: {
          relevant: false,
          band: 'review',
          score: 1.5,
          threshold: 2,
          reasons: [{ term: HOSTILE, lang: 'ar', field: 'title', weight: 1.5, note: HOSTILE }],
          nearest: HOSTILE,
        },
      }
    : undefined
  const judged = decision === undefined ? [] : [{ decision, label: true }]
  const fields = entryFields((key) => (key === 'name' ? HOSTILE : key === 'ownership' ? 'odd"kind' : ''))
  function did(words: string): Change {
    deeds.push(words)
    return change
  }
  return {
    deeds,
    desk: async () => desk,
    overview: async () => ({ ...desk, rows: [row], problems: [HOSTILE] }),
    source: async (id) => (id === 'post' ? { ...desk, row, fields, version: 'v1', decisions: judged } : undefined),
    decisions: async () => ({ ...desk, list: judged, sources: ['post'] }),
    find: async (asked) => {
      deeds.push(`find ${asked}`)
      const verdict = decision?.verdict
      const entries = verdict === undefined ? [] : [{ title: HOSTILE, verdict, fate: 'doubtful' as const }]
      return {
        kind: 'found',
        id: 'new',
        fields,
        facts: [HOSTILE],
        preview: { entries: 1, judged: entries },
        others: [{ url: address('https://post.example/other'), title: HOSTILE }],
      }
    },
    add: async (id) => did(`add ${id}`),
    edit: async (id, _, version) => did(`edit ${id} ${version}`),
    setOn: async (id, isOn) => did(`${isOn ? 'resume' : 'pause'} ${id}`),
    remove: async (id) => did(`remove ${id}`),
    check: async (id) => {
      deeds.push(`check ${id}`)
      return { isRead: false, words: HOSTILE }
    },
    readNow: (id) => void deeds.push(`read ${id ?? 'due'}`),
    label: async ({ source, relevant }) => {
      deeds.push(`label ${source} ${relevant}`)
      return true
    },
  }
}

function address(text: string): HttpUrl {
  const url = httpUrl(text)
  if (url === undefined) throw new Error(text)
  return url
}
