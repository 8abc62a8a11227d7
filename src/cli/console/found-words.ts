import type { Found } from '../../serve/index.ts'
import { cleanText } from '../../text/index.ts'
import { factsOf } from '../sources/preview-words.ts'
import type { Prospect } from '../sources/prospect.ts'
import { fieldsOf } from './entry-fields.ts'

/** What a look at an address brought, as the console shows it; `time` words a moment. */
export function foundWords(found: Prospect, time: (moment: Date) => string): Found {
  if (found.kind === 'none') return { kind: 'none', words: `${found.url}: ${found.why}` }
  const { entry, previewed } = found
  const { movedTo } = previewed.feed.trial
  const moved = movedTo === undefined ? [] : [`moved for good: ${previewed.feed.url} leads there`]
  return {
    kind: 'found',
    id: entry.id,
    fields: fieldsOf(entry),
    facts: [...factsOf(previewed, time), ...moved],
    preview: previewed.preview,
    others: previewed.others.map(({ url, title, trial }) => ({
      url,
      title: cleanText(title ?? trial.document.feed.title ?? '') || url,
    })),
  }
}
