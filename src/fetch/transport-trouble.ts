import type { FetchTrouble } from '../model/index.ts'
import { type Failed, failed } from './failed.ts'

type Words = readonly [FetchTrouble, string]

/** Node's and the system's codes of a failed connection, in words. */
const WORDS: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['ECONNREFUSED', ['refused', 'the connection was refused']],
  ['ECONNRESET', ['reset', 'the connection was closed without an answer']],
  ['EPIPE', ['reset', 'the connection was closed without an answer']],
  ['ETIMEDOUT', ['timeout', 'the connection was not answered in time']],
  ['ENETUNREACH', ['unreachable', 'its network cannot be reached from here']],
  ['EHOSTUNREACH', ['unreachable', 'its host cannot be reached from here']],
  ['ENETDOWN', ['unreachable', 'the network here is down']],
  ['EADDRNOTAVAIL', ['unreachable', 'no address here can reach it']],
  ['EACCES', ['unreachable', 'this machine does not permit the connection']],
  ['EPERM', ['unreachable', 'this machine does not permit the connection']],
  ['EMFILE', ['unreachable', 'too many files are open here']],
  ['ENFILE', ['unreachable', 'too many files are open here']],
  ['ENOTFOUND', ['dns', 'its name does not resolve']],
  ['EAI_AGAIN', ['dns', 'its name does not resolve']],
  ['CERT_HAS_EXPIRED', ['tls', 'its certificate has expired']],
  ['CERT_NOT_YET_VALID', ['tls', 'its certificate is not valid yet (or the clock here is wrong)']],
  ['CERT_REVOKED', ['tls', 'its certificate was revoked']],
  ['CERT_UNTRUSTED', ['tls', 'its certificate is not trusted']],
  ['ERR_TLS_CERT_ALTNAME_INVALID', ['tls', 'its certificate is for another name']],
  ['HOSTNAME_MISMATCH', ['tls', 'its certificate is for another name']],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', ['tls', 'its certificate is self-signed']],
  ['SELF_SIGNED_CERT_IN_CHAIN', ['tls', 'its certificate comes from an authority that is not trusted here']],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', ['tls', 'its certificate chain is incomplete']],
  ['UNABLE_TO_GET_ISSUER_CERT', ['tls', 'its certificate chain is incomplete']],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', ['tls', 'its certificate comes from an authority that is not known here']],
  ['ERR_SSL_WRONG_VERSION_NUMBER', ['tls', 'it does not speak TLS on this port']],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', ['tls', 'it does not speak TLS on this port']],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', ['tls', 'it speaks only an outdated version of TLS']],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', ['tls', 'it speaks only an outdated version of TLS']],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', ['tls', 'it offers no TLS that is safe enough']],
  ['HPE_HEADER_OVERFLOW', ['malformed', 'its response headers are too large']],
  ['HPE_UNEXPECTED_CONTENT_LENGTH', ['malformed', 'its answer states its length twice']],
  ['HPE_INVALID_TRANSFER_ENCODING', ['malformed', 'its answer states its length in two ways']],
  ['HPE_INVALID_CHUNK_SIZE', ['malformed', 'its body is cut into broken chunks']],
  ['HPE_INVALID_CONSTANT', ['malformed', 'it does not speak HTTP']],
])

/** Words what the network did. Anything unknown keeps its code, which Node or the system wrote, never its text. */
export function transportTrouble(error: unknown): Failed {
  const code = codeOf(error)
  const [trouble, message] = WORDS.get(code) ?? byFamily(code)
  return failed(trouble, message)
}

function byFamily(code: string): Words {
  if (/^HPE_/.test(code)) return ['malformed', `its answer is not valid HTTP (${code})`]
  if (/^(?:ERR_SSL|ERR_TLS|CERT_|CRL_|UNABLE_TO_|EPROTO|INVALID_|PATH_LENGTH)/.test(code)) return ['tls', `TLS failed (${code})`]
  return ['unreachable', `the connection failed (${code})`]
}

/** A connection that tried several addresses fails with all their errors; the first one tells most. */
function codeOf(error: unknown): string {
  const one = error instanceof AggregateError ? error.errors[0] : error
  const code = one instanceof Error && 'code' in one && typeof one.code === 'string' ? one.code : ''
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : 'unknown'
}
