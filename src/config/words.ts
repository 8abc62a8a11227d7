import type { z } from 'zod'
import { nearest } from './nearest.ts'

type Issue = z.core.$ZodIssue

/** What an issue says to a person: what was expected, and what came. One text per thing wrong. */
export function wordsOf(issue: Issue, value: unknown, known: readonly string[]): readonly string[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, known))
    case 'invalid_type':
      return value === undefined ? ['is missing'] : [`expected ${article(issue.expected)}, got ${shown(value)}`]
    case 'invalid_value':
      return [
        `expected ${issue.values.map((one) => JSON.stringify(one)).join(', ')}, got ${shown(value)}${hint(value, issue.values)}`,
      ]
    case 'too_small':
      return issue.origin === 'string'
        ? [`${issue.message}, got ${shown(value)}`]
        : [`expected at least ${issue.minimum}, got ${shown(value)}`]
    case 'too_big':
      return [`expected at most ${issue.maximum}, got ${shown(value)}`]
    default:
      return [`${issue.message}, got ${shown(value)}`]
  }
}

/** A value as a person may be shown it: one line, cut, nothing that a terminal would obey. */
export function shown(value: unknown): string {
  const text =
    JSON.stringify(value)?.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '') ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known)
  return `unknown key ${shown(key)}${meant === undefined ? '' : ` (did you mean ${shown(meant)}?)`}`
}

function hint(value: unknown, values: readonly unknown[]): string {
  if (typeof value !== 'string') return ''
  const meant = nearest(
    value,
    values.filter((one) => typeof one === 'string'),
  )
  return meant === undefined ? '' : ` (did you mean ${shown(meant)}?)`
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}
