import type { Decision } from '../model/index.ts'
import { isDate, isHttpUrl, isRecord, isSource, isText, jsonValue, maybe, reviveDates, shape } from './shape.ts'
import { isVerdict } from './verdict-shape.ts'

/** The decision that a stored JSON text holds, or undefined when the text is damaged. */
export function decisionOf(json: string): Decision | undefined {
  return decisionIn(jsonValue(json))
}

/** The decision that a freshly parsed JSON value is, its dates revived in place; undefined when it is none. */
export function decisionIn(value: unknown): Decision | undefined {
  if (!isRecord(value)) return undefined
  reviveDates(value, ['at'])
  return isDecision(value) ? value : undefined
}

const isDecision = shape<Decision>({
  sourceId: isSource,
  entryKey: isText,
  url: maybe(isHttpUrl),
  title: isText,
  text: maybe(isText),
  language: maybe(isText),
  at: isDate,
  verdict: isVerdict,
})
