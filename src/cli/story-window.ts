import { type Comparable, fingerprintOf, relate } from '../cluster/index.ts'
import { type ItemId, isItemId, present, type Relation } from '../model/index.ts'
import { parseDate, urlKey } from '../text/index.ts'
import { idOf, textField } from './json-fields.ts'
import { LineProblem } from './json-lines.ts'

/** Beyond this, likeness is coincidence or an anniversary. */
const WINDOW_MS = 72 * 3_600_000
/** What a stream without dates may hold in memory. */
const MOST_ITEMS = 20_000
/** A flood of like items must not be compared each with each. */
const MOST_ALIKE = 50

type Placed = { readonly item: Comparable; readonly marks: readonly string[]; readonly id: unknown; readonly story: unknown }

/**
 * Places items of a stream one by one: each is compared with those of the last 20,000 that lie within 72 hours of it. Memory stays
 * bounded however long the stream. An answer is never taken back, so a story's first item says `single`. An item without a date
 * stands at the newest date before it.
 */
export function storyWindow(): (input: Readonly<Record<string, unknown>>) => object {
  const held = new Set<Placed>()
  const byMark = new Map<string, Placed[]>()
  let count = 0
  let newest = 0

  const hold = (placed: Placed): void => {
    held.add(placed)
    for (const mark of placed.marks) {
      const others = byMark.get(mark)
      if (others === undefined) byMark.set(mark, [placed])
      else if (others.push(placed) > MOST_ALIKE) others.shift()
    }
    if (held.size <= MOST_ITEMS) return
    for (const oldest of held) {
      forget(oldest)
      break
    }
  }

  const forget = (placed: Placed): void => {
    held.delete(placed)
    for (const mark of placed.marks) {
      const others = byMark.get(mark)?.filter((other) => other !== placed) ?? []
      if (others.length === 0) byMark.delete(mark)
      else byMark.set(mark, others)
    }
  }

  return (input) => {
    count += 1
    const item = comparable(input, { count, newest })
    const moment = momentOf(item)
    newest = Math.max(newest, moment)
    const marks = [...new Set([...item.print.bands, ...(item.urlKey === '' ? [] : [`u${item.urlKey}`])])]
    const near = new Set(marks.flatMap((mark) => byMark.get(mark) ?? []).filter((placed) => isNear(placed.item, item)))
    const relation = relate(
      item,
      [...near].map((placed) => placed.item),
    )
    const target = 'of' in relation ? [...near].find((placed) => placed.item.id === relation.of) : undefined
    const id = input['id'] ?? String(count)
    const story = relation.kind === 'copy' && target !== undefined ? target.story : id
    hold({ item, marks, id, story })
    return { ...idOf(input), story, ...answer(relation, target) }
  }
}

function isNear(one: Comparable, other: Comparable): boolean {
  return Math.abs(momentOf(one) - momentOf(other)) <= WINDOW_MS
}

function answer(relation: Relation, target: Placed | undefined): object {
  if (!('of' in relation)) return { relation: relation.kind }
  return { relation: relation.kind, of: target?.id, similarity: relation.similarity, evidence: relation.evidence }
}

function comparable(
  input: Readonly<Record<string, unknown>>,
  at: { readonly count: number; readonly newest: number },
): Comparable {
  const title = textField(input, 'title') ?? ''
  const text = textField(input, 'lead') ?? textField(input, 'text') ?? ''
  if (title === '' && text === '') throw new LineProblem('no-text', 'expected a title or a lead, got neither')
  const url = textField(input, 'url')
  const published = parseDate(textField(input, 'published') ?? '')
  return present({
    id: numbered(at.count),
    urlKey: url === undefined ? '' : urlKey(url),
    firstSeen: published ?? new Date(at.newest),
    published,
    carrier: { name: textField(input, 'outlet') ?? `line ${at.count}` },
    credit: { agency: [] },
    print: fingerprintOf({ title, text }),
  })
}

function momentOf(item: Comparable): number {
  return (item.published ?? item.firstSeen).getTime()
}

/** An id of the item's shape for the line with this number. */
function numbered(count: number): ItemId {
  const id = `urn:uuid:00000000-0000-8000-8000-${count.toString(16).padStart(12, '0')}`
  if (!isItemId(id)) throw new LineProblem('too-many', 'more lines than an id can count')
  return id
}
