export { httpUrl } from './http-url.ts'
