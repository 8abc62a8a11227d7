import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { compileTopic, shippedTopic, shippedTopicIds, type Topic } from '../match/index.ts'
import { KaynakError } from '../model/index.ts'

export type LoadedTopic = {
  readonly topic: Topic
  readonly definition: unknown
  /** its text, for telling one version of the rules from another */
  readonly text: string
}

/** The topic that a name means: the id of a shipped one, or the path of a file. @throws KaynakError TOPIC_INVALID, a line per problem */
export async function loadTopic(name: string, folder: string): Promise<LoadedTopic> {
  const shipped = shippedTopic(name)
  const definition = shipped ?? (await fileOf(name, folder))
  const topic = shipped === undefined ? compiled(definition, name) : atFirstUse(name, () => compiled(shipped, name))
  return { topic, definition, text: JSON.stringify(definition) }
}

/** What comes with the program is known to be right: it is compiled by the first text, and a pass may meet none. */
function atFirstUse(id: string, compile: () => Topic): Topic {
  let made: Topic | undefined
  const topic = () => (made ??= compile())
  return {
    id,
    get name() {
      return topic().name
    },
    mayMatch: (text) => topic().mayMatch(text),
    judge: (input) => topic().judge(input),
  }
}

function compiled(definition: unknown, name: string): Topic {
  const reading = compileTopic(definition)
  if (reading.kind === 'topic') return reading.topic
  throw new KaynakError('TOPIC_INVALID', reading.problems.map((problem) => `topic ${name}: ${problem}`).join('\nkaynak: '))
}

async function fileOf(name: string, folder: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(resolve(folder, name), 'utf8')
  } catch (cause) {
    const shipped = shippedTopicIds.join(', ')
    throw new KaynakError('TOPIC_INVALID', `topic ${name}: neither shipped (${shipped}) nor a file that can be read`, { cause })
  }
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (cause) {
    throw new KaynakError(
      'TOPIC_INVALID',
      `topic ${name}: not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
}
