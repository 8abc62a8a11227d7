import type { TopicDefinition } from './topic-schema.ts'

/** Names that a topic file uses and does not define, and rules that say nothing; the schema alone cannot see them. */
export function unknownNames(topic: TopicDefinition): readonly string[] {
  const contexts = new Set(Object.keys(topic.contexts))
  const groups = new Set(topic.groups.map((group) => group.id))
  const problems: string[] = []
  for (const [at, group] of topic.groups.entries()) {
    for (const need of group.needs ?? []) {
      const [kind, name = ''] = need.split(':')
      if (kind === 'context' && !contexts.has(name)) problems.push(`groups.${at}.needs: no context "${name}" in this topic`)
      if (kind === 'group' && !groups.has(name)) problems.push(`groups.${at}.needs: no group "${name}" in this topic`)
    }
  }
  for (const [at, { beside = [] }] of topic.exclude.entries()) {
    for (const name of beside) if (!contexts.has(name)) problems.push(`exclude.${at}.beside: no context "${name}" in this topic`)
  }
  for (const [at, rule] of topic.demote.entries()) {
    if (rule.kind === 'late') continue
    const named = [...rule.contexts, ...(rule.kind === 'elsewhere' ? [] : (rule.ifTitled ?? []))]
    for (const name of named) if (!contexts.has(name)) problems.push(`demote.${at}: no context "${name}" in this topic`)
  }
  for (const list of ['always', 'never'] as const) {
    for (const [at, { category, url }] of topic[list].entries()) {
      if ((category === undefined) === (url === undefined)) problems.push(`${list}.${at}: expected either "category" or "url"`)
    }
  }
  if (topic.review > topic.threshold)
    problems.push(`review: expected at most the threshold ${topic.threshold}, got ${topic.review}`)
  return problems
}
