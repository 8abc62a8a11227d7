import { Worker } from 'node:worker_threads'
import type { Entry } from '../model/index.ts'
import type { About, DocumentReading, How, Reading, Slip } from '../parse/index.ts'
import type { ParseAnswer, ParseTask } from './parse-tasks.ts'

/** Reads documents and parses their entries within bounds of time and memory. */
export type Parser = {
  readonly read: (bytes: Uint8Array, about: About, how: How) => Promise<Reading>
  /** As many entries as slips, in their order. @throws ParseStopped */
  readonly entries: (document: DocumentReading, slips: readonly Slip[]) => Promise<readonly Entry[]>
  readonly close: () => Promise<void>
}

export type ParserBounds = {
  /** longest time for one document, in milliseconds */
  readonly deadlineMs: number
  /** memory that reading one document may take, in MiB */
  readonly memoryMiB: number
  /** documents below this many bytes are read at once, where they are: every pass over a text is linear, so they cannot take long */
  readonly smallBytes: number
}

const PARSER_BOUNDS: ParserBounds = { deadlineMs: 5_000, memoryMiB: 128, smallBytes: 1_000_000 }
/** An idle thread is ended after so long: its heap is worth more to the steps that follow than a start costs. */
const IDLE_MS = 1_000

/** A document took more time or memory than one may. The message is for people. */
export class ParseStopped extends Error {
  override readonly name = 'ParseStopped'
}

/**
 * A parser whose large documents are read one after the other on a thread of their own, which is ended when one of them
 * exceeds its bounds, and when there is nothing to do for a while. It starts with a large document and must be closed.
 */
export function createParser(bounds: ParserBounds = PARSER_BOUNDS): Parser {
  let worker: Worker | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let room: Promise<typeof import('../parse/index.ts')> | undefined
  const parsing = () => (room ??= import('../parse/index.ts')) // a pass that finds nothing new reads no document

  async function end(): Promise<void> {
    clearTimeout(idle)
    const thread = worker
    worker = undefined
    await thread?.terminate()
  }

  function asked(task: ParseTask): Promise<ParseAnswer> {
    const answer = turn.then(() => ask(task))
    turn = answer.catch(() => undefined) // the next one's turn comes whatever became of this one
    return answer
  }

  async function ask(task: ParseTask): Promise<ParseAnswer> {
    clearTimeout(idle)
    worker ??= startWorker(bounds)
    try {
      const answer = await answerOf(worker, task, bounds)
      idle = setTimeout(end, IDLE_MS).unref()
      return answer
    } catch (problem) {
      await end()
      throw problem
    }
  }

  async function entriesOf(document: DocumentReading, slips: readonly Slip[]): Promise<readonly Entry[]> {
    if (slips.length > 1 || sizeOf(slips) < bounds.smallBytes) return await (await parsing()).parseEntries(document, slips)
    const answer = await asked({ kind: 'entries', document: { ...document, slips: [] }, slips })
    if (answer.kind === 'entries') return answer.entries
    throw new TypeError('the parsing thread answered something else')
  }

  return {
    async read(bytes, about, how) {
      if (bytes.byteLength < bounds.smallBytes) return (await parsing()).read(bytes, about, how)
      try {
        const answer = await asked({ kind: 'read', bytes, about, how })
        if (answer.kind === 'read') return answer.reading
      } catch (problem) {
        if (problem instanceof ParseStopped) return { kind: 'unreadable', code: 'xml', message: problem.message }
        throw problem
      }
      throw new TypeError('the parsing thread answered something else')
    },
    async entries(document, slips) {
      const entries: Entry[] = []
      for (const group of groupsOf(slips, bounds.smallBytes)) entries.push(...(await entriesOf(document, group)))
      return entries
    },
    close: end,
  }
}

/** So many entries at once make a document that takes milliseconds to parse, however many there are in all. */
const GROUP = 100

/** Slips in their order, few and small together; a large one is alone. */
function* groupsOf(slips: readonly Slip[], smallBytes: number): Generator<readonly Slip[]> {
  let group: Slip[] = []
  for (const slip of slips) {
    if (group.length >= GROUP || (group.length > 0 && sizeOf(group) + slip.text.length >= smallBytes)) {
      yield group
      group = []
    }
    group.push(slip)
  }
  if (group.length > 0) yield group
}

function sizeOf(slips: readonly Slip[]): number {
  return slips.reduce((sum, slip) => sum + slip.text.length, 0)
}

/** A larger nursery takes memory to save time that a thread of large documents does not need. */
const YOUNG_MIB = 8

function startWorker({ memoryMiB }: ParserBounds): Worker {
  const file = import.meta.url.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB, maxYoungGenerationSizeMb: YOUNG_MIB },
  })
  worker.unref() // an idle thread keeps no program alive
  return worker
}

function answerOf(worker: Worker, task: ParseTask, { deadlineMs, memoryMiB }: ParserBounds): Promise<ParseAnswer> {
  return new Promise((resolve, reject) => {
    const begun = cpuMs(worker)
    let timer = setTimeout(expire, deadlineMs)
    let patience = PATIENCE
    let isDone = false
    /** On a busy machine a thread may have waited for its turn most of the time. */
    async function expire(): Promise<void> {
      patience -= 1
      const workedMs = (await cpuMs(worker)) - (await begun)
      if (isDone) return
      if (workedMs < deadlineMs && patience > 0) timer = setTimeout(expire, deadlineMs - workedMs)
      else done(() => reject(new ParseStopped(`reading it took longer than ${deadlineMs / 1000} s`)))
    }
    const onMessage = (answer: ParseAnswer) => done(() => resolve(answer))
    const onError = (problem: NodeJS.ErrnoException) =>
      done(() =>
        reject(
          problem.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new ParseStopped(`reading it took more than ${memoryMiB} MiB of memory`)
            : problem,
        ),
      )
    const onExit = () => done(() => reject(new ParseStopped('reading it ended the thread that read it')))
    function done(settle: () => void): void {
      isDone = true
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      settle()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(task)
  })
}

/** So often the time that a thread did not work is given back to it. */
const PATIENCE = 8

/** The time that a thread has worked so far, in milliseconds; 0 when it is not at work yet, or no more. */
async function cpuMs(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1_000
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return 0 // it is not running, or has just ended
    throw problem
  }
}
