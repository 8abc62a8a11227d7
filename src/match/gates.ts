import type { Evidence, Mention } from './evidence.ts'
import type { GroupDefinition } from './topic-schema.ts'

/** What is left of a term's weight, and why, when what it needs is not there. */
export type Gate = { readonly factor: number; readonly note?: string }

const OPEN: Gate = { factor: 1 }

/**
 * Decides for each group whether what it needs stands beside it: `*` and `group:`/`role:` look at all fields, `context:`
 * at title and lead. Only groups that need nothing themselves can vouch for others.
 */
export function gatesOf(evidence: Evidence): (group: GroupDefinition) => Gate {
  const all = [evidence.title, evidence.lead, evidence.categories, evidence.url, evidence.body].flatMap((field) => field.mentions)
  const firm = all.filter(({ group }) => group.needs === undefined)
  const contexts = new Set([...evidence.title.contexts, ...evidence.lead.contexts].map((context) => context.name))
  return (group) => {
    if (group.needs === undefined || group.needs.some((need) => isMet(need, group, { firm, contexts }))) return OPEN
    return { factor: group.otherwise ?? 0, note: `stands alone: needs ${group.needs.map(needWords).join(' or ')}` }
  }
}

function isMet(
  need: string,
  group: GroupDefinition,
  { firm, contexts }: { readonly firm: readonly Mention[]; readonly contexts: ReadonlySet<string> },
): boolean {
  const [kind, name = ''] = need.split(':')
  if (kind === 'context') return contexts.has(name)
  const others = firm.filter((mention) => mention.group.id !== group.id)
  if (kind === 'group') return others.some((mention) => mention.group.id === name)
  return kind === 'role' ? others.some((mention) => mention.group.role === name) : others.length > 0
}

function needWords(need: string): string {
  const [kind, name = ''] = need.split(':')
  if (kind === 'context') return `a word of "${name}"`
  return kind === 'group' ? `"${name}"` : kind === 'role' ? `a ${name} of the topic` : 'another term of the topic'
}
