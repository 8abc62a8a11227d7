import { resolve } from 'node:path'
import { Command } from 'commander'
import { type Item, KaynakError, type Store, type WithdrawnItem } from '../model/index.ts'
import type { retractItems } from '../pipeline/index.ts'
import { EXIT, type Exit, type Io } from './io.ts'
import { isBegun } from './is-begun.ts'
import { type CommonOptions, nowOf, withCommonOptions } from './options.ts'
import type { CommandFile } from './program.ts'

type RetractOptions = CommonOptions & { readonly reason?: string; readonly undo?: true }

/** `kaynak retract`: withdraws a published item, with a reason, in every format; or takes that back. */
export const retractCommand: CommandFile = (io, end) =>
  withCommonOptions(new Command('retract'), io)
    .description('withdraw a published item, with a reason, in every format')
    .argument('<id-or-url>', "an item's id, as the feeds have it, or its address")
    .option('--reason <text>', 'why, in words for readers')
    .option('--undo', 'take the withdrawal back')
    .action(async (about: string, options: RetractOptions) => end(await retract(about, options, io)))

const MOST_REASON = 500

async function retract(about: string, options: RetractOptions, io: Io): Promise<Exit> {
  const { loadConfig } = await import('./load-config.ts')
  const { loadTopic } = await import('./load-topic.ts')
  const { noLog } = await import('./no-log.ts')
  const { openStore, wire } = await import('./wire.ts')
  const { checkWritable } = await import('../publish/index.ts')
  const reason = options.undo === true ? '' : await reasonOf(options)
  const { config, folder } = await loadConfig(options.config, io)
  const topic = await loadTopic(config.topic, folder)
  if (!isBegun(options.state, io))
    throw new KaynakError('USAGE', `${options.state}: there is no such state: nothing was ever kept in it`)
  const output = resolve(io.cwd(), options.output)
  await checkWritable(output)
  const store = await openStore(options.state, io, noLog)
  try {
    const lock = await store.lock()
    if (lock === undefined)
      throw new KaynakError('LOCKED', `another pass is at work on ${options.state}: retract again when it has ended`)
    const { desk, close } = wire({ config, topic, store, lock, now: nowOf(options), log: noLog, io })
    try {
      const where = { config, output, desk }
      const named = await itemsNamed(about, store)
      const told = options.undo === true ? await restored(named, about, where) : await retracted(named, reason, where)
      await say(told, { options, io, reason })
      return EXIT.ok
    } finally {
      await close()
      await lock.release()
    }
  } finally {
    await store.close()
  }
}

/** @throws KaynakError USAGE without one: readers are told why */
async function reasonOf({ reason = '' }: RetractOptions): Promise<string> {
  const { cleanText } = await import('../text/index.ts')
  const words = cleanText(reason).slice(0, MOST_REASON).toWellFormed()
  if (words === '')
    throw new KaynakError('USAGE', '--reason: expected a few words for readers, such as --reason "names the wrong person"')
  return words
}

/** The item with this id, or all that an address shows: a source may list it in several feeds. @throws KaynakError USAGE for neither */
async function itemsNamed(about: string, store: Store): Promise<readonly Item[]> {
  const { isItemId } = await import('../model/index.ts')
  const { httpUrl, urlKey } = await import('../text/index.ts')
  const id = about.startsWith('urn:uuid:') ? about : `urn:uuid:${about}`
  const item = isItemId(id) ? await store.item(id) : undefined
  if (item !== undefined) return [item]
  const url = httpUrl(about)
  const found = url === undefined ? [] : await store.itemsAt(urlKey(url))
  if (found.length === 0)
    throw new KaynakError(
      'USAGE',
      `no item is known by ${JSON.stringify(about)}: give an id as the feeds have it, or the address of an article`,
    )
  return found
}

type Told = { readonly items: readonly Item[]; readonly written: readonly string[]; readonly goesOn: boolean }
type Where = Parameters<typeof retractItems>[2]

/** @throws KaynakError USAGE for an item that left its story before: its id still names that story, which is not meant */
async function retracted(items: readonly Item[], reason: string, where: Where): Promise<Told> {
  const { retractItems } = await import('../pipeline/index.ts')
  const { store } = where.desk
  const fates = (): Promise<readonly (WithdrawnItem | undefined)[]> => Promise.all(items.map(({ id }) => store.withdrawal(id)))
  if ((await fates()).every((one) => one?.goesOn === true))
    throw new KaynakError(
      'USAGE',
      'that item was withdrawn before, and its story goes on with other outlets: give the address of the copy that is meant',
    )
  const { written } = await retractItems(items, reason, where)
  return { items, written, goesOn: (await fates()).some((one) => one?.goesOn === true) }
}

/** @throws KaynakError USAGE when nothing was withdrawn */
async function restored(items: readonly Item[], about: string, where: Where): Promise<Told> {
  const { restoreItems } = await import('../pipeline/index.ts')
  const found = await Promise.all(items.map(({ id }) => where.desk.store.withdrawal(id)))
  const withdrawn = found.filter((one) => one !== undefined)
  if (withdrawn.length === 0)
    throw new KaynakError('USAGE', `${JSON.stringify(about)} was not withdrawn: there is nothing to undo`)
  const { written } = await restoreItems(withdrawn, where)
  return { items: withdrawn.map(({ item }) => item), written, goesOn: false }
}

type Saying = { readonly options: RetractOptions; readonly io: Io; readonly reason: string }

async function say({ items, written, goesOn }: Told, { options, io, reason }: Saying): Promise<void> {
  const { cleanText } = await import('../text/index.ts')
  const what = options.undo === true ? 'restored' : 'withdrawn'
  if (options.json) {
    const told = items.map(({ id, title, url, carrier }) => ({ id, title, url, source: carrier.sourceId }))
    io.stdout.write(
      `${JSON.stringify({ [what]: told, ...(reason === '' ? {} : { reason }), ...(goesOn ? { storyGoesOn: true } : {}), written })}\n`,
    )
  } else if (!options.quiet) {
    const names = items.map(({ title, carrier }) => `"${cleanText(title)}" of ${cleanText(carrier.name)}`)
    const rest = goesOn ? '; its story goes on with other outlets' : ''
    io.stdout.write(`${what} ${names.join(' and ')}: ${written.length} files written in ${options.output}${rest}\n`)
  }
}
