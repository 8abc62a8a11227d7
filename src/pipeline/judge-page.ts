import { type HttpUrl, present, type Verdict } from '../model/index.ts'
import type { Desk } from './desk.ts'

/** The verdict on a page that no feed has offered, or why it cannot be had. */
export type PageVerdict =
  | { readonly kind: 'judged'; readonly title: string; readonly verdict: Verdict }
  | { readonly kind: 'unread'; readonly why: string }

/** Fetches one page, robots.txt respected, and judges its title and text. Stores nothing. */
export async function judgePage(url: HttpUrl, desk: Desk): Promise<PageVerdict> {
  const page = await desk.pages.article(url)
  if (page.kind === 'unread') return page
  const { title = '', text, language } = page.article
  return { kind: 'judged', title, verdict: desk.topic.judge(present({ title, article: text, language, url })) }
}
