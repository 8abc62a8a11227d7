import { parentPort } from 'node:worker_threads'
import { parseEntries, read } from '../parse/index.ts'
import type { ParseAnswer, ParseTask } from './parse-tasks.ts'

/** The thread on which large documents are read: it may be ended at any moment without harm to anybody else. */
parentPort?.on('message', async (task: ParseTask) => {
  parentPort?.postMessage(await answerTo(task))
})

async function answerTo(task: ParseTask): Promise<ParseAnswer> {
  if (task.kind === 'read') return { kind: 'read', reading: read(task.bytes, task.about, task.how) }
  return { kind: 'entries', entries: await parseEntries(task.document, task.slips) }
}
