export { type OpenedStore, openSqliteStore, type StateNotice } from './open-sqlite-store.ts'
