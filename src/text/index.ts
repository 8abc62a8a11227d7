export { type HtmlTree, htmlTree } from './html-tree.ts'
export { httpUrl } from './http-url.ts'
