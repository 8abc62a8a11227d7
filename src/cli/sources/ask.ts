import { createInterface } from 'node:readline/promises'
import type { NewEntry } from '../../config/index.ts'
import type { Io } from '../io.ts'

/** Puts one question; what stands in brackets is taken for an empty line. Undefined when the person ended the input. */
export type Ask = (question: string, preset: string) => Promise<string | undefined>

/** Whether a person sits there: questions need a terminal at both ends. */
export function canAsk({ stdin, stdout }: Io): boolean {
  return 'isTTY' in stdin && stdin.isTTY === true && stdout.isTTY === true
}

/** Questions on the terminal, one line each; it is left as it was found. */
export async function withQuestions<T>({ stdin, stdout }: Io, work: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: stdin, output: stdout })
  const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)))
  try {
    return await work(async (question, preset) => {
      const answer = await Promise.race([lines.question(`${question}${preset === '' ? '' : ` [${preset}]`}: `), ended])
      return answer === undefined ? undefined : answer.trim() || preset
    })
  } finally {
    lines.close()
  }
}

/** What nobody but the operator can know, and what was found out and may be put right. */
const QUESTIONS = [
  ['name', 'Name of the outlet'],
  ['id', 'Id, for files and reports'],
  ['language', 'Language (en, ar, tr …)'],
  ['country', 'Country (two letters, or INT)'],
  ['ownership', 'Whose voice (state, public, independent, party, un, ngo, think-tank)'],
  ['republish', 'How much to republish (link, excerpt, full)'],
] as const

/**
 * Goes through the entry's keys with the person; a wrong answer is said and asked again. Undefined when they gave up.
 * @param problem what is wrong with an entry as a whole, if anything
 */
export async function askedEntry(
  entry: NewEntry,
  ask: Ask,
  problem: (entry: NewEntry) => string | undefined,
): Promise<NewEntry | undefined> {
  let answered = entry
  for (const [key, question] of QUESTIONS) {
    for (let wrong: string | undefined = question; wrong !== undefined; ) {
      const preset = answered[key]
      const answer = await ask(wrong, typeof preset === 'string' ? preset : '')
      if (answer === undefined) return undefined
      const next: NewEntry = answer === '' ? answered : { ...answered, [key]: answer }
      const words = problem(next)
      if (words === undefined) answered = next
      wrong = words === undefined ? undefined : `  ${words}\n${question}`
    }
  }
  const sure = await ask(`Write this entry?\n  ${JSON.stringify(answered)}\n(yes, no)`, 'yes')
  return sure !== undefined && /^y/i.test(sure) ? answered : undefined
}
