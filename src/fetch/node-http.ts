/**
 * node:http without its WebSocket: an `import` of it asks for every export at once, and one of them loads the whole of undici (Node 24: 30 ms and
 * 13 MB at every start). Can go when `import 'node:http'` costs no more than `require` does.
 */
export const { request: httpRequest, STATUS_CODES } = process.getBuiltinModule('node:http')
