import { createHash } from 'node:crypto'
import { BASE_STYLE, LIST_STYLE, PAGE_ICON } from '../../../publish/index.ts'
import { Html, html } from '../html.ts'
import { CONSOLE_STYLE } from './console-style.ts'

/** A page of the console as it goes around its content. */
export type Shell = {
  /** of the newsroom; absent before anybody has signed in */
  readonly newsroom?: string
  readonly title: string
  readonly here?: 'sources' | 'add' | 'decisions'
  /** what the visitor's last deed came to */
  readonly notice?: { readonly kind: 'good' | 'bad'; readonly words: string } | undefined
  /** whether somebody has signed in, and may sign out */
  readonly signOut?: Html | undefined
  readonly body: Html
}

const STYLE = BASE_STYLE + LIST_STYLE + CONSOLE_STYLE

/** The console's own policy: its one style by its hash, forms to itself, and nothing else; there is no script. */
export const CONSOLE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

const PLACES = [
  ['sources', './', 'Sources'],
  ['add', 'add', 'Add a source'],
  ['decisions', 'decisions', 'Decisions'],
] as const

export function shell({ newsroom, title, here, notice, signOut, body }: Shell): Html {
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}${newsroom === undefined ? '' : ` · ${newsroom}`}</title>
<link rel="icon" href="${PAGE_ICON}">
<style>${Html.constant(STYLE)}</style>
</head>
<body class="console">
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead"><div class="frame">
<p class="facts">kaynak console</p>
<h1><bdi>${newsroom ?? 'kaynak'}</bdi></h1>
${
  newsroom === undefined
    ? ''
    : html`<nav class="bar" aria-label="Console"><ul>${PLACES.map(([name, href, words]) => html`<li><a href="${href}"${name === here ? Html.constant(' aria-current="page"') : ''}>${words}</a></li>`)}</ul>
<ul><li><a href="../">The published pages</a></li>${signOut === undefined ? '' : html`<li>${signOut}</li>`}</ul></nav>`
}
</div></header>
<main class="frame list" id="main" tabindex="-1">
<h2><bdi dir="auto">${title}</bdi></h2>
${notice === undefined ? '' : html`<p class="notice ${notice.kind}" role="${notice.kind === 'good' ? 'status' : 'alert'}">${notice.words}</p>`}
${body}
</main>
</body>
</html>
`
}

/** What every form carries, so that no other site can make it. */
export function markField(mark: string): Html {
  return html`<input type="hidden" name="mark" value="${mark}">`
}
