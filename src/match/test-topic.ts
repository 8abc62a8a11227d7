import { present, type Verdict } from '../model/index.ts'
import { compileTopic } from './compile-topic.ts'
import type { MatchInput, Topic } from './topic.ts'

/** An example of a topic file that is decided otherwise than it says. */
export type FailedExample = { readonly title: string; readonly expected: boolean; readonly verdict: Verdict }

export type TopicTest =
  | { readonly kind: 'tested'; readonly examples: number; readonly failed: readonly FailedExample[] }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

/** Runs a topic's own examples. */
export function testTopic(definition: unknown): TopicTest {
  const reading = compileTopic(definition)
  if (reading.kind === 'problems') return reading
  const { tests } = reading.definition
  const failed: FailedExample[] = []
  for (const { title, summary, lang, expect } of tests) {
    const verdict = reading.topic.judge(present({ title, summary, language: lang }))
    if (verdict.relevant !== expect) failed.push({ title, expected: expect, verdict })
  }
  return { kind: 'tested', examples: tests.length, failed }
}

/** Runs a topic over entries with what a person says of each. */
export function testLabels(
  topic: Topic,
  labels: readonly { readonly entry: MatchInput; readonly relevant: boolean }[],
): Omit<Extract<TopicTest, { kind: 'tested' }>, 'kind'> {
  const failed = labels.flatMap(({ entry, relevant }) => {
    const verdict = topic.judge(entry)
    return verdict.relevant === relevant ? [] : [{ title: entry.title, expected: relevant, verdict }]
  })
  return { examples: labels.length, failed }
}
