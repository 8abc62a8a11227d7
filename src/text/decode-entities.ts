import { decodeHTML } from 'entities'

/** A text with its character references resolved, named ones without a semicolon too where HTML allows it. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}
