/** Every way in which kaynak stops. What a source does wrong is never among them: that is a value in the report. */
export type ErrorCode =
  | 'USAGE'
  | 'CONFIG_MISSING'
  | 'CONFIG_INVALID'
  | 'TOPIC_INVALID'
  | 'LOCKED'
  | 'STATE_UNUSABLE'
  | 'STATE_WRITE'
  | 'OUTPUT_WRITE'
  | 'INTERRUPTED'

/** An error that a person can act on: one line saying where, what was expected and what came. */
export class KaynakError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'KaynakError'
    this.code = code
  }
}
