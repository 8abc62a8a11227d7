import type { Verdict } from '../model/index.ts'
import type { MatchInput, Topic } from './topic.ts'

/** An item that two topics decide differently. */
export type TopicChange<Item extends MatchInput> = { readonly item: Item; readonly before: Verdict; readonly after: Verdict }

export type TopicDiff<Item extends MatchInput> = {
  readonly items: number
  readonly added: readonly TopicChange<Item>[]
  readonly dropped: readonly TopicChange<Item>[]
}

/** What a topic keeps that another drops, and the other way round, over the same items and in their order. */
export function diffTopics<Item extends MatchInput>(before: Topic, after: Topic, items: Iterable<Item>): TopicDiff<Item> {
  const added: TopicChange<Item>[] = []
  const dropped: TopicChange<Item>[] = []
  let count = 0
  for (const item of items) {
    count += 1
    const was = before.judge(item)
    const is = after.judge(item)
    if (was.relevant === is.relevant) continue
    const list = is.relevant ? added : dropped
    list.push({ item, before: was, after: is })
  }
  return { items: count, added, dropped }
}
