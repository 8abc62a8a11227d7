import { createHash } from 'node:crypto'
import { present } from '../../model/index.ts'
import { escapeAttribute, escapeText } from '../markup/escape.ts'
import type { PageWords } from '../words/page-words.ts'

/** A page as it goes around its content. Everything that names HTML is markup already; the rest is plain text. */
export type PageShell = {
  readonly words: PageWords
  readonly title: string
  readonly description?: string
  readonly bodyClass: string
  readonly style: string
  readonly script?: string
  /** feeds that a reader finds from this page; addresses relative to it */
  readonly feeds: readonly { readonly type: string; readonly href: string; readonly title: string }[]
  readonly bodyHtml: string
}

/** A spool of newsprint, as a picture that needs no request. */
export const PAGE_ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%238c2f1b'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='%23fff' stroke-width='1.5'/%3E%3C/svg%3E"

/**
 * A whole page that asks nobody for anything: style and script stand in it, and its own policy lets the browser load nothing else,
 * also from a disk or behind a server that sets no headers. Not for search engines: the originals are.
 */
export function pageShell(shell: PageShell): string {
  const { words } = shell
  return `<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy(shell))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="tdm-reservation" content="1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeText(shell.title)}</title>
${present(shell).description === undefined ? '' : `<meta name="description" content="${escapeAttribute(shell.description ?? '')}">\n`}<link rel="icon" href="${PAGE_ICON}">
${shell.feeds.map(({ type, href, title }) => `<link rel="alternate" type="${type}" href="${escapeAttribute(href)}" title="${escapeAttribute(title)}">`).join('\n')}
<style>${shell.style}</style>
</head>
<body class="${shell.bodyClass}">
${shell.bodyHtml}
${shell.script === undefined ? '' : `<script>${shell.script}</script>\n`}</body>
</html>
`
}

function policy({ style, script }: PageShell): string {
  const scripts = script === undefined ? "'none'" : hash(script)
  return `default-src 'none'; style-src ${hash(style)}; script-src ${scripts}; img-src data:; base-uri 'none'; form-action 'none'`
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
