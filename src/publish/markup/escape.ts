import { legalText } from './legal-text.ts'

/** What is marked up or may be illegal: one look at a text that has nothing of it is all. */
const SUSPECT = /[&<>\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/

/** Text as the content of an element, in XML or HTML: escaped exactly once, whatever it holds. */
export function escapeText(text: string): string {
  if (!SUSPECT.test(text)) return text
  return legalText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Text as the value of an attribute in double quotes, in XML or HTML. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

/** Text as CDATA; a `]]>` in it is spread over two sections, every time it occurs. */
export function cdata(text: string): string {
  return `<![CDATA[${legalText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}
