export type { Page } from './extract-article.ts'
export { extractArticle } from './extract-article.ts'
