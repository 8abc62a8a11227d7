import { type Enclosure, type Item, type ItemId, isItemId, present } from '../../model/index.ts'
import { dateAt, type Fields, fieldsOf, listAt, numberAt, textAt, textsAt, urlAt } from './fields.ts'
import { type ToldItem, toldItem } from './told-item.ts'

/** A story as a JSON Feed of ours tells of it. */
export type ToldStory = {
  readonly id: ItemId
  readonly lead: ToldItem
  readonly copies: readonly ToldItem[]
  /** outlets of which an older version told no more than readers see */
  readonly others: readonly ToldOther[]
}

/** A further outlet of a story, as readers see it. */
export type ToldOther = Pick<Item, 'url' | 'title' | 'language' | 'published'> & { readonly name: string }

/** As much as is ever kept of a text. */
const MOST_TEXT = 20_000
/** As many as a story is ever shown with. */
const MOST_COPIES = 300

/** The story of a JSON Feed item; undefined for one that is none of ours, or tells of a withdrawal. */
export function toldStory(entry: Fields): ToldStory | undefined {
  const memory = fieldsOf(entry['_kaynak'])
  const id = textAt(memory, 'story') ?? ''
  const lead = toldItem(memory, urlAt(entry, 'url'), {
    title: textAt(entry, 'title') ?? '',
    text: textAt(entry, 'summary', MOST_TEXT) ?? '',
    language: textAt(entry, 'language', 40),
    published: dateAt(entry, 'date_published'),
    changed: dateAt(entry, 'date_modified'),
    categories: textsAt(entry, 'tags'),
    enclosures: listAt(entry, 'attachments', 100).flatMap((one) => enclosureIn(fieldsOf(one)) ?? []),
  })
  if (!isItemId(id) || lead === undefined) return undefined
  const carriers = listAt(memory, 'carriers', MOST_COPIES).map(fieldsOf)
  const copies = carriers.flatMap((one) => carrierIn(one) ?? [])
  const others = carriers.filter((one) => one['item'] === undefined).flatMap((one) => otherIn(one) ?? [])
  return { id, lead, copies, others }
}

/** A further outlet's item: of its text nothing was published. */
function carrierIn(memory: Fields): ToldItem | undefined {
  return toldItem(memory, urlAt(memory, 'url'), {
    title: textAt(memory, 'title') ?? '',
    text: '',
    language: textAt(memory, 'language', 40),
    published: dateAt(memory, 'published'),
    categories: [],
    enclosures: [],
  })
}

function otherIn(memory: Fields): ToldOther | undefined {
  const url = urlAt(memory, 'url')
  const name = textAt(memory, 'name')
  if (url === undefined || name === undefined) return undefined
  const [title, language] = [textAt(memory, 'title') ?? '', textAt(memory, 'language', 40)]
  return present({ name, url, title, language, published: dateAt(memory, 'published') })
}

function enclosureIn(attachment: Fields): Enclosure | undefined {
  const url = urlAt(attachment, 'url')
  if (url === undefined) return undefined
  return present({ url, type: textAt(attachment, 'mime_type', 200), length: numberAt(attachment, 'size_in_bytes') })
}
