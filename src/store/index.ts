export { openPostgresStore } from './open-postgres-store.ts'
export { type OpenedStore, openSqliteStore, type StateNotice } from './open-sqlite-store.ts'
export { linesOfState, stateOfLines } from './state-file.ts'
