import { Command } from 'commander'
import { type Decision, type Item, isItemId, KaynakError, present, type Store } from '../model/index.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { type CommonOptions, nowOf, withCommonOptions } from './options.ts'
import type { CommandFile } from './program.ts'

/** `kaynak explain`: why an item was kept or dropped, and what would change that. */
export const explainCommand: CommandFile = (io, end) =>
  withCommonOptions(new Command('explain'), io)
    .description('why an item was kept or dropped, and what would change that')
    .argument('<url-or-id>', "an item's address, its id, or words of its title")
    .action(async (about: string, options: CommonOptions) => end(await explain(about, options, io)))

const AT_MOST = 10

async function explain(about: string, options: CommonOptions, io: Io): Promise<Exit> {
  const { loadConfig } = await import('./load-config.ts')
  const { noLog } = await import('./no-log.ts')
  const { openStore } = await import('./wire.ts')
  const loaded = await loadConfig(options.config, io)
  const { isBegun } = await import('./is-begun.ts')
  const store = await openStore(isBegun(options.state, io) ? options.state : ':memory:', io, noLog) // asking must not begin a state
  try {
    const known = await explanations(about, store)
    const found = known.length > 0 ? known : await judgedNow(about, { loaded, store, io, options })
    if (found.length === 0)
      throw new KaynakError(
        'USAGE',
        `nothing is known of ${JSON.stringify(about)}: give an address, an id, or words of a title that named a term`,
      )
    if (options.json) io.stdout.write(`${JSON.stringify(found)}\n`)
    else io.stdout.write(`${(await Promise.all(found.map((one) => inWords(one, io)))).join('\n\n')}\n`)
    return EXIT.ok
  } finally {
    await store.close()
  }
}

/** What is told of one item or entry. */
type Explanation = Pick<Decision, 'title' | 'verdict' | 'url'> & {
  readonly id?: Item['id']
  readonly outlet?: string
  readonly at?: Date
  /** the story that it belongs to, and why */
  readonly story?: string
  /** by whom it was withdrawn, and why */
  readonly withdrawn?: string
  readonly judged: 'stored' | 'now'
}

async function explanations(about: string, store: Store): Promise<readonly Explanation[]> {
  if (isItemId(about)) {
    const item = await store.item(about)
    return item === undefined ? [] : [await explanationOf(item, store)]
  }
  const found: Explanation[] = []
  for (const { sourceId, entryKey, title, url, at, verdict } of await store.decisions({ about, limit: AT_MOST })) {
    const item = await store.find(sourceId, [entryKey])
    const kept = item === undefined ? {} : await explanationOf(item, store)
    found.push(present({ ...kept, title, url, outlet: sourceId, at, verdict, judged: 'stored' as const }))
  }
  return found.length > 0 ? found : await Promise.all((await itemsAt(about, store)).map((item) => explanationOf(item, store)))
}

/** Items outlive their decisions: those of a source are limited, and a lost state has none. */
async function itemsAt(about: string, store: Store): Promise<readonly Item[]> {
  const { httpUrl, urlKey } = await import('../text/index.ts')
  const url = httpUrl(about)
  return url === undefined ? [] : await store.itemsAt(urlKey(url))
}

async function explanationOf(item: Item, store: Store): Promise<Explanation> {
  const { id, title, url, carrier, firstSeen, verdict } = item
  return present({
    id,
    title,
    url,
    outlet: carrier.name,
    at: firstSeen,
    verdict,
    story: await storyWords(item, store),
    withdrawn: await withdrawalWords(item, store),
    judged: 'stored' as const,
  })
}

async function withdrawalWords({ id }: Item, store: Store): Promise<string | undefined> {
  const withdrawal = (await store.withdrawal(id))?.withdrawal
  if (withdrawal === undefined) return undefined
  const { at, by, evidence, reason } = withdrawal
  const how = evidence === undefined ? undefined : HOW[evidence]
  const why = [how, reason].filter((one) => one !== undefined).join(': ')
  return `withdrawn by the ${by} on ${at.toISOString()}${why === '' ? '' : ` (${why})`}`
}

const HOW = {
  gone: 'its page answered 410',
  missing: 'its page answered 404 for days',
  notice: 'a notice stands in its place',
} as const

/** Why it was taken for the same text, or the same event, as another item. */
async function storyWords(item: Item, store: Store): Promise<string | undefined> {
  const relation = (await store.placement(item.id))?.relation
  if (relation?.kind !== 'copy' && relation?.kind !== 'same-event') return undefined
  const other = await store.item(relation.of)
  const what = relation.kind === 'copy' ? 'the same text as' : 'another report of the same event as'
  return `${what} ${other === undefined ? relation.of : `"${other.title}" of ${other.carrier.name}`} (likeness ${relation.similarity}: ${relation.evidence})`
}

type Asking = {
  readonly loaded: Awaited<ReturnType<typeof import('./load-config.ts').loadConfig>>
  readonly store: Store
  readonly io: Io
  readonly options: CommonOptions
}

/** An address that no pass has met is fetched, as politely as any article, and judged on its page. */
async function judgedNow(about: string, { loaded, store, io, options }: Asking): Promise<readonly Explanation[]> {
  const { httpUrl } = await import('../text/index.ts')
  const url = httpUrl(about)
  if (url === undefined) return []
  const { loadTopic } = await import('./load-topic.ts')
  const { noLog } = await import('./no-log.ts')
  const { judgePage } = await import('../pipeline/index.ts')
  const { wire } = await import('./wire.ts')
  const topic = await loadTopic(loaded.config.topic, loaded.folder)
  const { desk, close } = wire({ config: loaded.config, topic, store, now: nowOf(options), log: noLog, io })
  try {
    const page = await judgePage(url, desk)
    if (page.kind === 'unread')
      throw new KaynakError('USAGE', `${url}: no pass has met it, and its page could not be read: ${page.why}`)
    return [{ title: page.title, url, verdict: page.verdict, judged: 'now' }]
  } finally {
    await close()
  }
}

async function inWords(explanation: Explanation, { env }: Pick<Io, 'env'>): Promise<string> {
  const { title, url, id, outlet, at, verdict, story, withdrawn, judged } = explanation
  const { localTime } = await import('./local-time.ts')
  const { cleanText } = await import('../text/index.ts')
  const { verdictWords } = await import('./verdict-words.ts')
  const when =
    judged === 'now'
      ? 'no pass has met it: judged now, on its page'
      : [outlet, at === undefined ? undefined : `judged ${localTime(env)(at)}`].filter((one) => one !== undefined).join(', ')
  return [
    cleanText(title),
    ...[
      url,
      id,
      when,
      story === undefined ? undefined : cleanText(story),
      withdrawn === undefined ? undefined : cleanText(withdrawn),
    ]
      .filter((one) => one !== undefined)
      .map((one) => `  ${one}`),
    ...verdictWords(verdict),
  ].join('\n')
}
