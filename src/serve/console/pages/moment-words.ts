import { type Html, html } from '../html.ts'
import type { Newsdesk } from '../office.ts'

/** Writes moments in the newsroom's time zone, to the minute, in the words of English; for machines as they are. */
export function moments({ timeZone }: Pick<Newsdesk, 'timeZone'>): (at: Date) => Html {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return (at) => html`<time datetime="${at.toISOString()}">${format.format(at)}</time>`
}
